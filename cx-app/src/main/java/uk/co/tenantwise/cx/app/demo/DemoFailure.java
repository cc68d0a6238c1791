package uk.co.tenantwise.cx.app.demo;

import java.io.Serial;

/** The demo cannot go on; the message says why and what to do. */
final class DemoFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
