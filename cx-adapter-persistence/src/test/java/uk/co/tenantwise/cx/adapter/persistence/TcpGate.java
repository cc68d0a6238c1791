package uk.co.tenantwise.cx.adapter.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Passes bytes on to a server on this machine until it is shut; then it cuts every connection, old and new. */
public final class TcpGate implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch refused = new CountDownLatch(1);
    private volatile boolean shut;

    /** A gate to the server on port {@code target}. */
    public TcpGate(int target) {
        this.target = target;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** The port in front of the gate. */
    public int port() {
        return door.getLocalPort();
    }

    /** Cuts all connections and lets none through. */
    public void shut() {
        shut = true;
        open.forEach(TcpGate::closeQuietly);
    }

    /** Lets connections through again. */
    public void open() {
        shut = false;
    }

    /** Waits until a connection was refused because the gate was shut; false when a minute has passed. */
    public boolean awaitRefusal() throws InterruptedException {
        return refused.await(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        shut();
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                if (shut) {
                    closeQuietly(client);
                    refused.countDown();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(server);
                Thread.ofPlatform().daemon().start(() -> pass(client, server));
                Thread.ofPlatform().daemon().start(() -> pass(server, client));
            } catch (IOException e) {
                // The door was closed, or the server is gone: the client sees its connection end.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // Either side has ended; both are closed below.
        } finally {
            shutBoth(from, to);
        }
    }

    private void shutBoth(Socket from, Socket to) {
        closeQuietly(from);
        closeQuietly(to);
        open.remove(from);
        open.remove(to);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
