package uk.co.tenantwise.cx.app.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;
import uk.co.tenantwise.cx.app.security.AdministratorAccount;
import uk.co.tenantwise.cx.app.security.BearerTokens;
import uk.co.tenantwise.cx.app.security.PasswordHash;
import uk.co.tenantwise.cx.app.security.TokenKeys;
import uk.co.tenantwise.cx.domain.settings.Secret;

/** Makes what callers are checked with. */
@Factory
final class SecurityFactory {
    @Singleton
    BearerTokens tokens(ServiceConfiguration configuration, InstantSource clock) {
        return configuration
                .jwksUrl()
                .map(url -> new BearerTokens(TokenKeys.published(url), true, clock))
                .orElseGet(() -> new BearerTokens(TokenKeys.shared(secret(configuration)), false, clock));
    }

    /** A password from the environment is hashed at the first log-in; a stored hash is read, or made, at the start. */
    @Singleton
    AdministratorAccount administrator(ServiceConfiguration configuration, InstantSource clock) {
        String username = configuration.adminUsername();
        Supplier<PasswordHash> hash = configuration
                .adminPassword()
                .<Supplier<PasswordHash>>map(password -> new Once<>(() -> PasswordHash.of(password.reveal())))
                .orElseGet(() -> stored(configuration.dataDir().resolve("admin.password"), username));
        return new AdministratorAccount(username, hash, clock);
    }

    private static String secret(ServiceConfiguration configuration) {
        return configuration
                .jwtSecret()
                .map(Secret::reveal)
                .orElseGet(() -> TokenKeys.made(configuration.dataDir().resolve("jwt.secret")));
    }

    /** Shown on the console and not logged: logs are kept, copied and read by others. */
    @SuppressWarnings("SystemOut")
    private static Supplier<PasswordHash> stored(Path file, String username) {
        PasswordHash hash = PasswordHash.stored(
                file,
                password -> System.out.printf(
                        "%nThis is the first start. The administrator's log-in, shown this once:%n"
                                + "  user name  %s%n  password   %s%n%n",
                        username, password));
        return () -> hash;
    }
}
