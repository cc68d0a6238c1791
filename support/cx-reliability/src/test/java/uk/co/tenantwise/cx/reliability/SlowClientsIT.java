package uk.co.tenantwise.cx.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
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
import uk.co.tenantwise.cx.reliability.harness.Tokens;
import uk.co.tenantwise.cx.reliability.harness.Until;
import uk.co.tenantwise.cx.reliability.harness.World;

/** Row L5: clients that send their requests byte by byte. */
class SlowClientsIT {
    private static final int CLIENTS = 200;
    private static final Duration CUT_WITHIN = Duration.ofSeconds(25);

    @TempDir
    private Path folder;

    @Test
    void slowClients_shouldBeCutOffAndDisturbNobody_whenTheySendHeadOrBodyByteByByte() throws Exception {
        try (World world = World.onH2(folder, Duration.ofSeconds(10));
                Node node = world.node().start()) {
            world.connect(node);
            Customer customer = world.customer();
            node.api().signIn(customer.contact()).join().is(200);
            List<Socket> slow = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                slow.add(slowClient(node, client % 2 == 0));
            }

            Until.isTrue("all slow clients are cut off", CUT_WITHIN, () -> {
                slow.removeIf(SlowClientsIT::isCutOff);
                assertQuick(node, customer);
                return slow.isEmpty();
            });
        }
    }

    private static void assertQuick(Node node, Customer customer) throws Exception {
        long began = System.nanoTime();
        node.api().repairs(customer.contact()).is(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    private static Socket slowClient(Node node, boolean inTheHead) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port());
        String head = "PUT /api/v1/integration/refresh HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.ADMIN + "\r\nX-Slow: a";
        String whole = head + "\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{";
        socket.getOutputStream().write((inTheHead ? head : whole).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Sends one byte more, which fails soon after the other end is closed. */
    private static boolean isCutOff(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            return false;
        } catch (IOException cut) {
            return true;
        }
    }
}
