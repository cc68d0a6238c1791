package uk.co.tenantwise.cx.adapter.persistence.secret;

import java.io.Serial;

/** A stored secret cannot be read, or a new one cannot be encrypted. The message names the key file, never a value. */
public final class UnreadableSecret extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableSecret(String message) {
        super(message);
    }

    UnreadableSecret(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message; never null, unlike that of exceptions in general. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
