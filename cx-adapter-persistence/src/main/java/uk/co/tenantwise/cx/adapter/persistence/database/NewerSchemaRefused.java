package uk.co.tenantwise.cx.adapter.persistence.database;

import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Makes the migration refuse a database that a newer version has migrated; Flyway would ignore what it does not know, and
 * this version would write rows that the newer one cannot read.
 */
@Singleton
@Named("default")
final class NewerSchemaRefused implements FlywayConfigurationCustomizer {
    @Override
    public String getName() {
        return "default";
    }

    @Override
    public void customizeFluentConfiguration(FluentConfiguration configuration) {
        configuration.ignoreMigrationPatterns(new String[0]);
    }
}
