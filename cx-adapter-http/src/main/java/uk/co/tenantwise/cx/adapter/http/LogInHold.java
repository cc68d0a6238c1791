package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.ports.driven.SharedLogIn;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Holds credentials back that Cx rejected, until another node says that they are accepted or released. That nothing is
 * known any more, which may also mean that the others cannot be asked, counts as released only a minute after the
 * rejection, so that the account cannot be locked by that. Not thread-safe: its session guards it.
 */
final class LogInHold {
    private static final Duration AT_LEAST = Duration.ofMinutes(1);
    private static final Duration ASK_EVERY = Duration.ofMillis(500);

    private final InstantSource clock;
    private volatile @Nullable Instant since;
    private Instant askedAt = Instant.MIN;

    /** @param clock one that only goes forward */
    LogInHold(InstantSource clock) {
        this.clock = clock;
    }

    static CxFault.CredentialsRejected rejected() {
        return new CxFault.CredentialsRejected(
                "Cx rejected the user name and password. They are not tried again until an administrator saves or"
                        + " tests the connection, so that the Cx account is not locked");
    }

    void begin() {
        since = clock.instant();
    }

    void end() {
        since = null;
    }

    /** Asks {@code others} now and then, and ends when they know better. */
    boolean isHeld(Supplier<Optional<SharedLogIn>> others) {
        Instant began = since;
        if (began == null) {
            return false;
        }
        Instant now = clock.instant();
        if (now.isBefore(askedAt.plus(ASK_EVERY))) {
            return true;
        }
        askedAt = now;
        boolean held =
                others.get().map(SharedLogIn.Rejected.class::isInstance).orElse(now.isBefore(began.plus(AT_LEAST)));
        if (!held) {
            end();
        }
        return held;
    }
}
