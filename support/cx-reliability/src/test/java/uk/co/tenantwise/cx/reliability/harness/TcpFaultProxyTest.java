package uk.co.tenantwise.cx.reliability.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each command over real sockets, against a server that sends back what it gets. */
class TcpFaultProxyTest {
    private static final int SILENCE_MILLIS = 200;
    private static final int PATIENCE_MILLIS = 10_000;

    private ServerSocket echo;
    private TcpFaultProxy proxy;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = new TcpFaultProxy(echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void pass_shouldPassBothWaysAndEndWithItsClient() throws Exception {
        try (Socket client = connect()) {
            assertThat(echoed(client, "hello")).isEqualTo("hello");
        }
        Until.isTrue("the connection has ended", Duration.ofSeconds(10), () -> proxy.connections() == 0);
    }

    @Test
    void hold_shouldKeepWhatIsSent_untilItPasses() throws Exception {
        proxy.hold();
        try (Socket client = connect()) {
            send(client, "hello");
            assertSilent(client);
            proxy.pass();
            assertThat(read(client, 5)).isEqualTo("hello");
        }
    }

    @Test
    void holdAnswers_shouldLetTheServerActAndKeepItsAnswer() throws Exception {
        proxy.holdAnswers();
        try (Socket client = connect()) {
            send(client, "hello");
            Until.isTrue("the server has answered", Duration.ofSeconds(10), () -> proxy.answersHeld() == 1);
            assertSilent(client);
            proxy.pass();
            assertThat(read(client, 5)).isEqualTo("hello");
            assertThat(proxy.answersHeld()).isZero();
        }
    }

    @Test
    void drop_shouldLoseWhatIsSent_andResetTheConnectionOnceItPasses() throws Exception {
        try (Socket client = connect();
                Socket idle = connect()) {
            assertThat(echoed(idle, "idle")).isEqualTo("idle");
            proxy.drop();
            send(client, "hello");
            assertSilent(client);
            proxy.pass();
            assertReset(client);
            assertThat(echoed(idle, "still here")).isEqualTo("still here");
        }
    }

    @Test
    void reset_shouldResetOpenAndNewConnections() throws Exception {
        try (Socket open = connect()) {
            assertThat(echoed(open, "hello")).isEqualTo("hello");
            proxy.reset();
            assertReset(open);
            try (Socket late = connect()) {
                assertReset(late);
            }
            proxy.pass();
            try (Socket healed = connect()) {
                assertThat(echoed(healed, "hello")).isEqualTo("hello");
            }
        }
    }

    @Test
    void refuse_shouldResetOpenConnectionsAndRefuseNewOnes_untilItPassesOnTheSamePort() throws Exception {
        try (Socket open = connect()) {
            assertThat(echoed(open, "hello")).isEqualTo("hello");
            proxy.refuse();
            assertReset(open);
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
            proxy.pass();
            try (Socket healed = connect()) {
                assertThat(echoed(healed, "hello")).isEqualTo("hello");
            }
        }
    }

    @Test
    void latency_shouldDelayEachWay() throws Exception {
        proxy.latency(Duration.ofMillis(150));
        try (Socket client = connect()) {
            long began = System.nanoTime();
            assertThat(echoed(client, "hello")).isEqualTo("hello");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void rate_shouldLetSoManyBytesASecondThrough() throws Exception {
        proxy.rate(1_000);
        try (Socket client = connect()) {
            long began = System.nanoTime();
            assertThat(echoed(client, "x".repeat(300))).hasSize(300);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void cutAnswersAfter_shouldResetAfterSoManyBytes() throws Exception {
        proxy.cutAnswersAfter(3);
        try (Socket client = connect()) {
            send(client, "he");
            assertThat(read(client, 2)).isEqualTo("he");
            send(client, "llo");
            assertReset(client);
        }
    }

    @Test
    void holdRequest_shouldHoldTheOneWithTheTextOnly_andSendItOnWhenReleased() throws Exception {
        HeldPiece held = proxy.holdRequest("cancel");
        try (Socket client = connect();
                Socket other = connect()) {
            send(client, "please cancel it");
            held.await(Duration.ofSeconds(10));
            assertThat(echoed(other, "cancel too")).isEqualTo("cancel too");
            assertSilent(client);
            held.release();
            assertThat(read(client, 16)).isEqualTo("please cancel it");
        }
    }

    @Test
    void holdRequest_shouldNeverReachTheServer_whenDiscarded() throws Exception {
        HeldPiece held = proxy.holdRequest("cancel");
        try (Socket client = connect()) {
            send(client, "please cancel it");
            held.await(Duration.ofSeconds(10));
            held.discard();
            assertReset(client);
        }
    }

    @Test
    void holdAnswer_shouldHoldTheAnswerOfTheConnectionThatAsked_andSendItOnWhenReleased() throws Exception {
        HeldPiece held = proxy.holdAnswer("mine", "done");
        try (Socket client = connect();
                Socket other = connect()) {
            assertThat(echoed(other, "done")).isEqualTo("done");
            assertThat(echoed(client, "mine")).isEqualTo("mine");
            assertThat(echoed(other, "done")).isEqualTo("done");
            send(client, "done");
            held.await(Duration.ofSeconds(10));
            assertSilent(client);
            held.release();
            assertThat(read(client, 4)).isEqualTo("done");
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static String echoed(Socket socket, String text) throws IOException {
        send(socket, text);
        return read(socket, text.length());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Socket socket, int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void assertSilent(Socket socket) throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** A reset is an error, a good end is not; bytes that came before it may still be read. */
    private static void assertReset(Socket socket) {
        assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> sendBack(client));
            } catch (IOException e) {
                // The server was closed; the loop ends with it.
            }
        }
    }

    private static void sendBack(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // The client is gone.
        }
    }
}
