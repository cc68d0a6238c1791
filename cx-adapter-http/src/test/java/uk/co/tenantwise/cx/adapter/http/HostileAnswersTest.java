package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static uk.co.tenantwise.cx.adapter.http.Faults.fault;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Rows U20 to U22: answers that are made to use up memory or time. */
class HostileAnswersTest {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final int LIMIT = 1_000_000;
    private static final byte[] CHUNK =
            ("4000\r\n" + " ".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);

    @RegisterExtension
    final StubCx cx = StubCx.plain();

    @RegisterExtension
    final RawServer raw = new RawServer();

    private final AtomicInteger hungUp = new AtomicInteger();

    private void sendForEver(Socket connection) throws IOException {
        RawServer.readPastLogIn(connection);
        RawServer.write(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        try {
            while (true) {
                connection.getOutputStream().write(CHUNK);
            }
        } catch (IOException gone) {
            hungUp.incrementAndGet();
        }
    }

    @Test
    void reads_shouldAllHangUp_whenTwentyChunkedAnswersNeverEnd() throws Exception {
        raw.behaving(this::sendForEver);
        CxRestClient client =
                cx.client(options -> options.withMaxBodyBytes(LIMIT).withMaxCalls(20));
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> reads = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                reads.add(executor.submit(() -> fault(
                        CxFault.ContractBroken.class,
                        () -> client.appointments().appointmentsOf(raw.access(), CONTACT))));
            }
            for (Future<?> each : reads) {
                each.get(30, TimeUnit.SECONDS);
            }
        }
        assertTimeoutPreemptively(BOUND, () -> {
            // The log-in has a connection of its own, or shares one with a read.
            while (hungUp.get() < 20) {
                Thread.onSpinWait();
            }
        });
    }

    @Test
    void read_shouldThrowContractBrokenQuickly_whenAFewKilobytesUnpackIntoHundredsOfMegabytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] zeros = new byte[1_000_000];
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 300; i++) {
                gzip.write(zeros);
            }
        }
        cx.answers(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .setHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(bytes.toByteArray()))
                .build());

        assertTimeoutPreemptively(
                BOUND,
                () -> fault(
                        CxFault.ContractBroken.class,
                        () -> cx.client().appointments().appointmentsOf(cx.access(), CONTACT)));
    }

    static Stream<Arguments> bodies() {
        StringBuilder keys = new StringBuilder("[{");
        for (int i = 0; i < 1_000_000; i++) {
            keys.append(i == 0 ? "" : ",").append("\"").append(i).append("\":").append(i % 10);
        }
        String deep = "[".repeat(100_000);
        String deepRow = "[{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}]";
        return Stream.of(
                Arguments.of("nesting of 100,000", deep),
                Arguments.of("nesting of 100,000 in a row", deepRow),
                Arguments.of("a number of 10,000 digits", "[{\"AppointmentUid\":" + "9".repeat(10_000) + "}]"),
                Arguments.of("a text of 9 MB", "[{\"AppointmentUid\":\"" + "x".repeat(9_000_000) + "\"}]"),
                Arguments.of("a name of 100,000 characters", "[{\"" + "k".repeat(100_000) + "\":1}]"),
                Arguments.of("1,000,000 keys", keys.append("}]").toString()),
                Arguments.of("50,000 rows", "[" + "{},".repeat(50_000) + "{}]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void read_shouldThrowContractBroken_whenTheJsonIsOutOfProportion(String what, String body) {
        cx.answers(Answers.ok(body));

        CxFault fault = assertTimeoutPreemptively(
                BOUND,
                () -> fault(
                        CxFault.ContractBroken.class,
                        () -> cx.client().appointments().appointmentsOf(cx.access(), CONTACT)),
                what);
        assertThat(fault.detail().toLowerCase(Locale.ROOT))
                .doesNotContain("jackson")
                .hasSizeLessThan(300);
    }
}
