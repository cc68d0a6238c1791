package uk.co.tenantwise.cx.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.reliability.harness.Customer;
import uk.co.tenantwise.cx.reliability.harness.Node;
import uk.co.tenantwise.cx.reliability.harness.Until;
import uk.co.tenantwise.cx.reliability.harness.World;

/** Row L7: more connections than the node may open files. */
class ConnectionFloodIT {
    private static final int FILES = 256;
    private static final int CONNECTIONS = 400;
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void flood_shouldPassAndLeaveTheNodeServing_whenThereAreMoreConnectionsThanFiles() throws Exception {
        try (World world = World.onH2(folder, Duration.ofSeconds(5));
                Node node = world.node().withFiles(FILES).start()) {
            world.connect(node);
            Customer customer = world.customer();
            node.api().signIn(customer.contact()).join().is(200);
            List<Socket> flood = new ArrayList<>();
            try {
                for (int i = 0; i < CONNECTIONS; i++) {
                    flood.add(idle(node.port()));
                }
                Until.isTrue(
                        "it has run out of files", RECOVERY, () -> node.output().contains("Too many open files"));
            } finally {
                for (Socket socket : flood) {
                    socket.close();
                }
            }

            Until.isTrue("health answers", RECOVERY, () -> node.api().is("readiness"));
            node.api().repairs(customer.contact()).is(200);
            node.api().signIn(customer.contact()).join().is(200);
            node.api()
                    .cancel(customer.contact(), customer.repair(), "key")
                    .join()
                    .is(200);
            assertThat(world.cancelEffects(customer)).isEqualTo(1);
        }
    }

    /** A connection that has begun a request; the system takes it even while the node does not. */
    private static Socket idle(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
        socket.getOutputStream().write("GET /health HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
