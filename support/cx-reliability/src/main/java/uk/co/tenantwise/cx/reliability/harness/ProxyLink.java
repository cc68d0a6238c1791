package uk.co.tenantwise.cx.reliability.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One connection through a proxy: two sockets and a thread for each way. Thread-safe. */
final class ProxyLink {
    private static final int PIECE = 8_192;
    private static final int WRITES_A_SECOND = 20;

    private final TcpFaultProxy proxy;
    private final Socket client;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile @Nullable Socket server;
    private volatile boolean over;
    private volatile boolean lossy;
    private volatile boolean holdsAnswer;

    ProxyLink(TcpFaultProxy proxy, Socket client) {
        this.proxy = proxy;
        this.client = client;
    }

    void start(int target) {
        try {
            Socket connected = new Socket(InetAddress.getLoopbackAddress(), target);
            server = connected;
            client.setTcpNoDelay(true);
            connected.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pump(client, connected, false));
            Thread.ofVirtual().start(() -> pump(connected, client, true));
        } catch (IOException serverIsAway) {
            reset();
        }
    }

    boolean holdsAnswer() {
        return holdsAnswer;
    }

    /** Ends both connections by a reset, so that neither side can take it for a good end. */
    void reset() {
        over = true;
        resetSocket(client);
        Socket connected = server;
        if (connected != null) {
            resetSocket(connected);
        }
        proxy.ended(this);
        signal();
    }

    void ruleChanged() {
        if (proxy.rule() instanceof ProxyRule.Reset || (lossy && !(proxy.rule() instanceof ProxyRule.Drop))) {
            reset();
        }
        signal();
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] piece = new byte[PIECE];
        long passed = 0;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                forward(piece, count, out, answers, passed);
                passed += count;
            }
            to.shutdownOutput();
            if (answers) {
                end();
            }
        } catch (IOException broken) {
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reset();
        }
    }

    private void end() throws IOException {
        over = true;
        client.close();
        Socket connected = server;
        if (connected != null) {
            connected.close();
        }
        proxy.ended(this);
    }

    private void forward(byte[] piece, int count, OutputStream out, boolean answers, long passed)
            throws IOException, InterruptedException {
        for (HeldPiece trap : proxy.traps()) {
            if (trap.takes(this, answers, piece, count) && !trap.holds()) {
                reset();
            }
        }
        awaitPassage(answers);
        switch (proxy.rule()) {
            case ProxyRule.Drop drop -> lossy = true;
            case ProxyRule.Latency latency -> {
                pause(latency.time());
                write(piece, count, out);
            }
            case ProxyRule.Rate rate -> drip(piece, count, out, rate.bytesPerSecond());
            case ProxyRule.CutAnswersAfter cut
            when answers && passed + count > cut.bytes() -> {
                write(piece, (int) Math.max(0, cut.bytes() - passed), out);
                reset();
            }
            case ProxyRule.Pass pass -> write(piece, count, out);
            case ProxyRule.CutAnswersAfter notYet -> write(piece, count, out);
            case ProxyRule.Hold again -> write(piece, count, out);
            case ProxyRule.HoldAnswers requestsOnly -> write(piece, count, out);
            case ProxyRule.Reset reset -> reset();
        }
    }

    private void awaitPassage(boolean answers) throws InterruptedException {
        lock.lock();
        try {
            while (!over
                    && (proxy.rule() instanceof ProxyRule.Hold
                            || (answers && proxy.rule() instanceof ProxyRule.HoldAnswers))) {
                holdsAnswer |= answers;
                changed.await();
            }
            holdsAnswer = holdsAnswer && !answers;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for so long, or until the connection is over. */
    private void pause(Duration time) throws InterruptedException {
        long left = time.toNanos();
        lock.lock();
        try {
            while (!over && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void drip(byte[] piece, int count, OutputStream out, int bytesPerSecond)
            throws IOException, InterruptedException {
        int step = Math.max(1, bytesPerSecond / WRITES_A_SECOND);
        for (int from = 0; from < count && !over; from += step) {
            int length = Math.min(step, count - from);
            pause(Duration.ofNanos(1_000_000_000L * length / bytesPerSecond));
            out.write(piece, from, length);
            out.flush();
        }
    }

    private static void write(byte[] piece, int count, OutputStream out) throws IOException {
        out.write(piece, 0, count);
        out.flush();
    }

    private static void resetSocket(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException closedAlready) {
            return;
        }
        TcpFaultProxy.quietly(socket);
    }
}
