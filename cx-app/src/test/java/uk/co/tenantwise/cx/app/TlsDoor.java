package uk.co.tenantwise.cx.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLContext;

/** Takes off TLS in front of a server on this machine, as a proxy does. */
final class TlsDoor implements AutoCloseable {
    private final ServerSocket door;
    private final int behind;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    /** Shows the certificate of {@code identity}, and passes on to port {@code behind}. */
    TlsDoor(SSLContext identity, int behind) {
        this.behind = behind;
        try {
            door = identity.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        executor.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket outside = door.accept();
                executor.execute(() -> welcome(outside));
            } catch (IOException | RejectedExecutionException closed) {
                // The next one, if the door is open still.
            }
        }
    }

    private void welcome(Socket outside) {
        try (outside;
                Socket inside = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            executor.execute(() -> pass(inside, outside));
            pass(outside, inside);
        } catch (IOException | RejectedExecutionException nobodyThere) {
            // Whoever is outside sees that it is closed.
        }
    }

    /** Until one of them closes; then both are. A handshake that fails ends here too. */
    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException over) {
            // Nothing more comes.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        executor.shutdownNow();
    }
}
