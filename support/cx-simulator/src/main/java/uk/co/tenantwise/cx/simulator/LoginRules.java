package uk.co.tenantwise.cx.simulator;

import java.time.Duration;
import java.util.Optional;

/**
 * The limits that a Cx instance puts on log-ins. Immutable; change them with {@link Site#loginRules(LoginRules)}.
 *
 * @param tokenLife how long a token lives; empty means until it is refused, and no {@code ExpiresAt} is written
 * @param rejectionsToLock how many rejected log-ins in a row lock the user, at least 1
 * @param maxLogins how many live tokens one user may have at a time, at least 1
 */
public record LoginRules(Optional<Duration> tokenLife, int rejectionsToLock, int maxLogins) {

    /** Tokens live for 30 minutes, 5 rejections lock the user, 10 log-ins may live at a time. */
    public static final LoginRules USUAL = new LoginRules(Optional.of(Duration.ofMinutes(30)), 5, 10);

    public LoginRules {
        if (tokenLife.isPresent() && !tokenLife.get().isPositive()) {
            throw new IllegalArgumentException("tokenLife must be positive, was " + tokenLife.get());
        }
        if (rejectionsToLock < 1) {
            throw new IllegalArgumentException("rejectionsToLock must be at least 1, was " + rejectionsToLock);
        }
        if (maxLogins < 1) {
            throw new IllegalArgumentException("maxLogins must be at least 1, was " + maxLogins);
        }
    }

    /** These rules with tokens of another life. */
    public LoginRules tokensLiving(Duration life) {
        return new LoginRules(Optional.of(life), rejectionsToLock, maxLogins);
    }

    /** These rules with tokens that name no expiry and live until they are revoked. */
    public LoginRules tokensWithoutExpiry() {
        return new LoginRules(Optional.empty(), rejectionsToLock, maxLogins);
    }

    /** These rules with another number of rejections that lock a user. */
    public LoginRules lockingAfter(int rejections) {
        return new LoginRules(tokenLife, rejections, maxLogins);
    }

    /** These rules with another number of log-ins at a time. */
    public LoginRules allowing(int logins) {
        return new LoginRules(tokenLife, rejectionsToLock, logins);
    }
}
