package uk.co.tenantwise.cx.ports.driven;

import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.settings.Secret;

/** What came of a log-in to Cx. */
public sealed interface SharedLogIn {
    /**
     * Cx gave a token.
     *
     * @param token the token
     * @param receivedAt when
     * @param expiresAt when it ends, if Cx said so
     */
    record Accepted(Secret token, Instant receivedAt, Optional<Instant> expiresAt) implements SharedLogIn {}

    /**
     * Cx rejected the credentials.
     *
     * @param at when
     */
    record Rejected(Instant at) implements SharedLogIn {}
}
