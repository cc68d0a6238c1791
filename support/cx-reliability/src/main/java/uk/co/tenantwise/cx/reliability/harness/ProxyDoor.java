package uk.co.tenantwise.cx.reliability.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** Where a proxy takes connections, on loopback, by a thread of its own. */
final class ProxyDoor implements AutoCloseable {
    private static final int BACKLOG = 512;

    private final ServerSocket socket;
    private final Thread porter;

    private ProxyDoor(ServerSocket socket, Consumer<Socket> taker) {
        this.socket = socket;
        this.porter = Thread.ofPlatform()
                .daemon()
                .name("proxy-" + socket.getLocalPort())
                .start(() -> accept(taker));
    }

    /** A door on this port, 0 for a free one, that hands each connection to {@code taker}. */
    static ProxyDoor open(int port, Consumer<Socket> taker) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            return new ProxyDoor(socket, taker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /**
     * Returns once nothing listens any more. Closing the socket does not say that: the system goes on taking connections for
     * as long as a thread is inside {@code accept}, so that one waits for the thread as well.
     */
    @Override
    public void close() {
        TcpFaultProxy.quietly(socket);
        try {
            porter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(Consumer<Socket> taker) {
        while (!socket.isClosed()) {
            try {
                taker.accept(socket.accept());
            } catch (IOException e) {
                // The door was closed; the loop ends with it.
            }
        }
    }
}
