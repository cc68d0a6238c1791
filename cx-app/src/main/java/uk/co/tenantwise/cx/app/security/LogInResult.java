package uk.co.tenantwise.cx.app.security;

import java.time.Duration;

/** The answer to somebody who gave a name and a password. */
public sealed interface LogInResult {
    /**
     * Name and password are right.
     *
     * @param caller who it is
     */
    record Accepted(Caller caller) implements LogInResult {}

    /** The name or the password is wrong; the answer does not tell which. */
    record Rejected() implements LogInResult {}

    /**
     * Nothing was checked, because too many log-ins have failed.
     *
     * @param delay for how long nothing will be
     */
    record Delayed(Duration delay) implements LogInResult {}
}
