package uk.co.tenantwise.cx.adapter.persistence.database;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Looks at the configuration of the database before anything connects: refuses one that would lose data, gives PostgreSQL the
 * time-outs that its driver lacks, and connects once, because the pool and the migration say what is wrong in a stack trace.
 */
@Singleton
final class DatabaseGuard implements BeanCreatedEventListener<DatasourceConfiguration> {
    /** Times in seconds. Error details are left out, because they quote values. */
    private static final Map<String, String> POSTGRES_DEFAULTS = Map.of(
            "connectTimeout", "2",
            "socketTimeout", "10",
            "tcpKeepAlive", "true",
            "logServerErrorDetail", "false",
            "ApplicationName", "tenantwise-cx");

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration configuration = event.getBean();
        String url = configuration.getUrl();
        DatabaseUrl.check(url);
        if (DatabaseUrl.isPostgres(url)) {
            POSTGRES_DEFAULTS.forEach(
                    (name, value) -> configuration.getDataSourceProperties().putIfAbsent(name, value));
        }
        new FirstConnection(url, configuration.getUsername(), configuration.getPassword()).await();
        return configuration;
    }
}
