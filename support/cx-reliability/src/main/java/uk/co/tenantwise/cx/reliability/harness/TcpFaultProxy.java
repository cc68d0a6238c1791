package uk.co.tenantwise.cx.reliability.harness;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a program and a server on this machine, and does to their connections what networks do. It passes
 * everything until it is told otherwise; a command acts at once, on open connections and on new ones. Thread-safe.
 */
public final class TcpFaultProxy implements AutoCloseable {
    private final int target;
    private final int port;
    private final AtomicReference<@Nullable ProxyDoor> door = new AtomicReference<>();
    private final Set<ProxyLink> links = ConcurrentHashMap.newKeySet();
    private final List<HeldPiece> traps = new CopyOnWriteArrayList<>();
    private final AtomicReference<ProxyRule> rule = new AtomicReference<>(new ProxyRule.Pass());

    /** A proxy on a free port before the server on port {@code target}. */
    public TcpFaultProxy(int target) {
        this.target = target;
        this.port = open(0);
    }

    /** The port to connect to instead of the server's. */
    public int port() {
        return port;
    }

    /** Everything goes through. Connections that have lost bytes meanwhile are reset: they cannot go on. */
    public void pass() {
        become(new ProxyRule.Pass());
        if (door.get() == null) {
            open(port);
        }
    }

    /** Connections are accepted, what is sent is kept, and goes through once the proxy passes again. */
    public void hold() {
        become(new ProxyRule.Hold());
    }

    /** As {@link #hold()}, for what the server sends only. */
    public void holdAnswers() {
        become(new ProxyRule.HoldAnswers());
    }

    /** Connections are accepted, and what is sent is lost without anybody being told. */
    public void drop() {
        become(new ProxyRule.Drop());
    }

    /** Open connections and new ones are reset. */
    public void reset() {
        become(new ProxyRule.Reset());
    }

    /** Open connections are reset and new ones refused, as by a machine on which nothing listens. */
    public void refuse() {
        closeDoor();
        become(new ProxyRule.Reset());
    }

    /** What is sent takes so much longer, each way. */
    public void latency(Duration time) {
        become(new ProxyRule.Latency(time));
    }

    /** So many bytes a second go through, each way of each connection. */
    public void rate(int bytesPerSecond) {
        become(new ProxyRule.Rate(bytesPerSecond));
    }

    /** Of what the server sends, so many bytes of each connection go through; then it is reset. */
    public void cutAnswersAfter(long bytes) {
        become(new ProxyRule.CutAnswersAfter(bytes));
    }

    /**
     * Holds the next piece from a client that contains {@code text}, and its connection with it. The text must come in one
     * piece, as the beginning of an HTTP request does.
     */
    public HeldPiece holdRequest(String text) {
        return hold(HeldPiece.request(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Holds the next piece from the server that contains {@code text}, on a connection on which a client has sent
     * {@code request} since. Both texts must come in one piece.
     */
    public HeldPiece holdAnswer(String request, String text) {
        return hold(HeldPiece.answer(request.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8)));
    }

    private HeldPiece hold(HeldPiece trap) {
        traps.add(trap);
        return trap;
    }

    /** How many connections are open. */
    public int connections() {
        return links.size();
    }

    /** How many answers of the server are being held, counted by connection. */
    public int answersHeld() {
        return (int) links.stream().filter(ProxyLink::holdsAnswer).count();
    }

    @Override
    public void close() {
        closeDoor();
        links.forEach(ProxyLink::reset);
    }

    ProxyRule rule() {
        return rule.get();
    }

    List<HeldPiece> traps() {
        return traps;
    }

    void ended(ProxyLink link) {
        links.remove(link);
    }

    private void become(ProxyRule next) {
        rule.set(next);
        links.forEach(ProxyLink::ruleChanged);
    }

    private int open(int number) {
        ProxyDoor opened = ProxyDoor.open(number, this::connect);
        door.set(opened);
        return opened.port();
    }

    private void connect(Socket client) {
        ProxyLink link = new ProxyLink(this, client);
        links.add(link);
        if (rule() instanceof ProxyRule.Reset) {
            link.reset();
        } else {
            link.start(target);
        }
    }

    private void closeDoor() {
        ProxyDoor open = door.getAndSet(null);
        if (open != null) {
            open.close();
        }
    }

    static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
