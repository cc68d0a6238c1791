package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.ports.driven.SharedLogIn;

/**
 * A log-in as it is written.
 *
 * @param at when it happened
 * @param token absent when the credentials were rejected
 * @param expiresAt absent when Cx did not say so
 */
record LogInJson(
        String at, @Nullable String token, @Nullable String expiresAt) {
    static Format<SharedLogIn> format() {
        return new Json<>(LogInJson.class, LogInJson::of, LogInJson::value);
    }

    private static LogInJson of(SharedLogIn logIn) {
        return switch (logIn) {
            case SharedLogIn.Accepted accepted ->
                new LogInJson(
                        accepted.receivedAt().toString(),
                        accepted.token().reveal(),
                        accepted.expiresAt().map(Instant::toString).orElse(null));
            case SharedLogIn.Rejected rejected -> new LogInJson(rejected.at().toString(), null, null);
        };
    }

    private SharedLogIn value() {
        return token == null
                ? new SharedLogIn.Rejected(Instant.parse(at))
                : new SharedLogIn.Accepted(
                        Secret.of(token),
                        Instant.parse(at),
                        Optional.ofNullable(expiresAt).map(Instant::parse));
    }
}
