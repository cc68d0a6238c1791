package uk.co.tenantwise.cx.reliability.harness;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request that the proxy has got and the server has not. Thread-safe. */
public final class HeldRequest {
    private final byte[] text;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile boolean discarded;

    HeldRequest(byte[] text) {
        this.text = text;
    }

    /** Waits until it has arrived. @throws AssertionError when it does not within the time */
    public void await(Duration atMost) throws InterruptedException {
        if (!arrived.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("no request with the text came within " + atMost);
        }
    }

    /** Sends it on to the server, however late, even when its client is gone. */
    public void release() {
        decided.countDown();
    }

    /** It never reaches the server; its connection is reset. */
    public void discard() {
        discarded = true;
        decided.countDown();
    }

    /** Whether this piece is the one to hold; true once at most. */
    boolean takes(byte[] bytes, int length) {
        return contains(bytes, length) && taken.compareAndSet(false, true);
    }

    /** Waits for the decision. @return whether it is to be sent on */
    boolean holds() throws InterruptedException {
        arrived.countDown();
        decided.await();
        return !discarded;
    }

    private boolean contains(byte[] bytes, int length) {
        for (int start = 0; start + text.length <= length; start++) {
            int same = 0;
            while (same < text.length && bytes[start + same] == text[same]) {
                same++;
            }
            if (same == text.length) {
                return true;
            }
        }
        return false;
    }
}
