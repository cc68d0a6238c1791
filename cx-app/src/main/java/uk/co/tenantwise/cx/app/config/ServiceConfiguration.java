package uk.co.tenantwise.cx.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.co.tenantwise.cx.adapter.http.PathTemplates;
import uk.co.tenantwise.cx.adapter.persistence.calendar.BankHolidayOverrides;
import uk.co.tenantwise.cx.domain.settings.Secret;

/**
 * Everything that an operator can set, read from the environment. A variable that is absent or blank has its default.
 *
 * @param port {@code CX_SERVER_PORT}, 0 to 65535, default 8080; 0 takes any free port. The service listens on all interfaces
 * @param dataDir {@code CX_DATA_DIR}, default {@code ./data}: the H2 database and the keys
 * @param database {@code CX_DATASOURCE_URL}, {@code CX_DATASOURCE_USERNAME}, {@code CX_DATASOURCE_PASSWORD}; absent for H2
 *     in the data directory
 * @param redisUri {@code CX_REDIS_URI}: the Redis by which nodes share snapshots and log-ins, default none
 * @param adminUsername {@code CX_ADMIN_USERNAME}, default {@code admin}
 * @param adminPassword {@code CX_ADMIN_PASSWORD}; absent to have one made at the first start
 * @param jwtSecret {@code CX_JWT_SECRET}, at least 32 bytes; absent, and no {@code jwksUrl}, to have one made
 * @param jwksUrl {@code CX_JWKS_URL}, http or https
 * @param addresses {@code CX_INSTANCE_ADDRESSES}, separated by commas, default none: the outgoing IP addresses
 * @param allowPrivateAddresses {@code CX_API_ALLOW_PRIVATE_ADDRESSES}, default false; true also permits http
 * @param maxStale {@code CX_MAX_STALE}, an ISO-8601 duration, default {@code PT24H}
 * @param apiTimeout {@code CX_API_TIMEOUT}, an ISO-8601 duration from 100 ms to 5 minutes, default {@code PT10S}
 * @param maxCalls {@code CX_API_MAX_CALLS}, 1 to 200, default 16: requests to Cx at a time
 * @param firstByteTimeout {@code CX_API_FIRST_BYTE_TIMEOUT}, an ISO-8601 duration from 100 ms to 5 minutes; absent for
 *     {@code apiTimeout}
 * @param shutdownDelay {@code CX_SHUTDOWN_DELAY}, an ISO-8601 duration up to 10 minutes, default {@code PT2S}: how long a node
 *     that was told to stop says that it is not ready, and still serves
 * @param telemetry the variables that begin with {@code OTEL_}: where traces go, nowhere by default
 * @param keyFile {@code CX_KEY_FILE}: the key that encrypts secrets; absent for one in the data directory
 * @param paths {@code CX_API_PATH_TOKEN} and so on, one for each call: where the calls of a site's Cx are, if elsewhere
 * @param bankHolidays {@code CX_BANK_HOLIDAYS}: corrections such as {@code +SCOTLAND 2030-06-17}, default none
 * @param cancellationsKept {@code CX_CANCELLATIONS_KEPT}, days as an ISO-8601 duration from 30 days to 10 years, default
 *     {@code P400D}: how long attempts to cancel are kept after they were closed
 */
public record ServiceConfiguration(
        int port,
        Path dataDir,
        Optional<Database> database,
        Optional<Secret> redisUri,
        String adminUsername,
        Optional<Secret> adminPassword,
        Optional<Secret> jwtSecret,
        Optional<URI> jwksUrl,
        List<String> addresses,
        boolean allowPrivateAddresses,
        Duration maxStale,
        Duration apiTimeout,
        int maxCalls,
        Optional<Duration> firstByteTimeout,
        Duration shutdownDelay,
        Telemetry telemetry,
        Optional<Path> keyFile,
        PathTemplates paths,
        BankHolidayOverrides bankHolidays,
        Duration cancellationsKept) {
    /**
     * A database server.
     *
     * @param url its JDBC URL
     * @param username empty when the URL says it all
     * @param password when it has one
     */
    public record Database(String url, String username, Optional<Secret> password) {}

    /** Copies the list. */
    public ServiceConfiguration {
        addresses = List.copyOf(addresses);
    }

    /**
     * Reads the environment.
     *
     * @throws ConfigurationProblem at the first variable that is wrong
     */
    public static ServiceConfiguration read(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        Optional<Secret> secret = variables.jwtSecret("CX_JWT_SECRET");
        Optional<URI> jwks = variables.url("CX_JWKS_URL");
        if (secret.isPresent() && jwks.isPresent()) {
            throw new ConfigurationProblem("CX_JWT_SECRET and CX_JWKS_URL: set one of them, not both");
        }
        return new ServiceConfiguration(
                variables.number("CX_SERVER_PORT", 8080, 0, 65_535),
                variables.path("CX_DATA_DIR").orElse(Path.of("data")).toAbsolutePath(),
                variables.database(),
                variables.redis("CX_REDIS_URI"),
                variables.name("CX_ADMIN_USERNAME", "admin"),
                variables.password("CX_ADMIN_PASSWORD"),
                secret,
                jwks,
                variables.addresses("CX_INSTANCE_ADDRESSES"),
                variables.flag("CX_API_ALLOW_PRIVATE_ADDRESSES", false),
                variables.duration("CX_MAX_STALE", Duration.ofHours(24), Duration.ZERO, Duration.ofDays(365)),
                variables.duration(
                        "CX_API_TIMEOUT", Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofMinutes(5)),
                variables.number("CX_API_MAX_CALLS", 16, 1, 200),
                variables.optionalDuration("CX_API_FIRST_BYTE_TIMEOUT", Duration.ofMillis(100), Duration.ofMinutes(5)),
                variables.duration("CX_SHUTDOWN_DELAY", Duration.ofSeconds(2), Duration.ZERO, Duration.ofMinutes(10)),
                Telemetry.read(environment),
                variables.path("CX_KEY_FILE").map(Path::toAbsolutePath),
                variables.paths(),
                variables.bankHolidays("CX_BANK_HOLIDAYS"),
                variables.days("CX_CANCELLATIONS_KEPT", 400, 30, 3650));
    }
}
