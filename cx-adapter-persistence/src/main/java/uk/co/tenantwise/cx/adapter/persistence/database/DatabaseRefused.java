package uk.co.tenantwise.cx.adapter.persistence.database;

import java.io.Serial;

/** The service must not start on this database; the message says why and what to do. */
public final class DatabaseRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    DatabaseRefused(String message) {
        super(message);
    }
}
