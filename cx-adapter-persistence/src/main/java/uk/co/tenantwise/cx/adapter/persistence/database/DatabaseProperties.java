package uk.co.tenantwise.cx.adapter.persistence.database;

import java.util.Map;

/** The configuration of Micronaut for the database, in the one place that the service and the tests share. */
public final class DatabaseProperties {
    private static final String SOURCE = "datasources.default.";

    private DatabaseProperties() {}

    /**
     * Properties for a data source and its migration: at most 16 connections, and at most a second of waiting for one, so
     * that a database that is away is noticed soon.
     *
     * @param url of PostgreSQL, or of H2 as {@link DatabaseUrl#inFolder} makes it
     * @param username of the database, empty for H2's usual one
     * @param password of the database, empty for H2
     */
    public static Map<String, Object> of(String url, String username, String password) {
        return Map.ofEntries(
                Map.entry(SOURCE + "url", url),
                Map.entry(SOURCE + "username", DatabaseUrl.isH2(url) && username.isEmpty() ? "sa" : username),
                Map.entry(SOURCE + "password", password),
                Map.entry(SOURCE + "dialect", "POSTGRES"),
                Map.entry(SOURCE + "schema-generate", "NONE"),
                Map.entry(SOURCE + "pool-name", "cx"),
                // Said here because a database may have another default: a statement must see what was committed before
                // it.
                Map.entry(SOURCE + "transaction-isolation", "TRANSACTION_READ_COMMITTED"),
                Map.entry(SOURCE + "maximum-pool-size", 16),
                Map.entry(SOURCE + "minimum-idle", 2),
                Map.entry(SOURCE + "connection-timeout", 1_000),
                Map.entry(SOURCE + "validation-timeout", 750),
                Map.entry(SOURCE + "exception-override-class-name", ClosedDatabase.class.getName()),
                Map.entry("flyway.datasources.default.enabled", true));
    }
}
