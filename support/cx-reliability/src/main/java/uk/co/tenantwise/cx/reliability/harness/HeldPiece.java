package uk.co.tenantwise.cx.reliability.harness;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What one side of a connection has sent and the proxy keeps from the other one. Thread-safe. */
public final class HeldPiece {
    private static final byte[] NO_REQUEST = {};

    private final byte[] request;
    private final byte[] text;
    private final Set<ProxyLink> asked = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile boolean discarded;

    private HeldPiece(byte[] request, byte[] text) {
        this.request = request;
        this.text = text;
    }

    /** What a client sends that contains {@code text}. */
    static HeldPiece request(byte[] text) {
        return new HeldPiece(NO_REQUEST, text);
    }

    /** What the server sends that contains {@code text}, on a connection on which a client has sent {@code request}. */
    static HeldPiece answer(byte[] request, byte[] text) {
        return new HeldPiece(request, text);
    }

    /** Waits until it has arrived. @throws AssertionError when it does not within the time */
    public void await(Duration atMost) throws InterruptedException {
        if (!arrived.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("nothing with the text came within " + atMost);
        }
    }

    /** Sends it on, however late, even when its sender is gone. */
    public void release() {
        decided.countDown();
    }

    /** It is never sent on; its connection is reset. */
    public void discard() {
        discarded = true;
        decided.countDown();
    }

    /** Whether this piece is the one to hold; true once at most. */
    boolean takes(ProxyLink link, boolean answers, byte[] bytes, int length) {
        boolean ofAnAnswer = request.length > 0;
        if (ofAnAnswer && !answers && contains(bytes, length, request)) {
            asked.add(link);
        }
        return ofAnAnswer == answers
                && (!ofAnAnswer || asked.contains(link))
                && contains(bytes, length, text)
                && taken.compareAndSet(false, true);
    }

    /** Waits for the decision. @return whether it is to be sent on */
    boolean holds() throws InterruptedException {
        arrived.countDown();
        decided.await();
        return !discarded;
    }

    private static boolean contains(byte[] bytes, int length, byte[] text) {
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
