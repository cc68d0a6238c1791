package uk.co.tenantwise.cx.ports.fault;

import java.io.Serial;

/**
 * Our own store cannot be read or written now. It has nothing to do with Cx, and nothing is known about what was asked for:
 * never "not found". The message is for operators; it holds neither stored values nor credentials, which is why there is
 * no cause: the messages of databases quote values.
 */
public final class StoreUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** With what could not be done, and the error code of the store. */
    public StoreUnavailable(String message) {
        super(message);
    }
}
