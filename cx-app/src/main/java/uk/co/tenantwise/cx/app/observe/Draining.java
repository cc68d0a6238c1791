package uk.co.tenantwise.cx.app.observe;

import jakarta.inject.Singleton;

/** Whether this node is about to stop, so that no more requests should be sent to it. It still serves them. Thread-safe. */
@Singleton
public final class Draining {
    private volatile boolean begun;

    /** From now on the node says that it is not ready; there is no way back. */
    public void begin() {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }
}
