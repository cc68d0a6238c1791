package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static uk.co.tenantwise.cx.adapter.http.Faults.fault;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.NOW;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.RepairCancellation;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.testkit.Builders;

class TransportTest {
    private static final Duration SOON = Duration.ofMillis(400);
    private static final Duration BOUND = Duration.ofSeconds(8);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONG_CALL = Duration.ofMinutes(5);

    @RegisterExtension
    final StubCx cx = StubCx.plain();

    @RegisterExtension
    final RawServer raw = new RawServer();

    private static void read(CxRestClient client, CxAccess access) {
        client.appointments().appointmentsOf(access, CONTACT);
    }

    private static CxAccess accessTo(String url) {
        return new CxAccess(
                new CxConnection(ApiUrl.parse(url), "api.user", Builders.CONNECTION.password()), Builders.COMPANY.id());
    }

    @Nested
    class Deadlines {
        @Test
        void read_shouldTimeOut_whenCxNeverAnswers() {
            cx.answers(Answers.silence());
            CxRestClient client = cx.clientWithin(SOON);

            assertTimeoutPreemptively(BOUND, () -> {
                fault(CxFault.TimedOut.class, () -> read(client, cx.access()));
            });
        }

        /** Regression: a time-out for each read of the socket never ends a body that drips byte by byte. */
        @Test
        void read_shouldTimeOut_whenTheBodyDripsByteByByte() {
            cx.answers(new MockResponse.Builder()
                    .body("[" + " ".repeat(2_000) + "]")
                    .throttleBody(1, 20, TimeUnit.MILLISECONDS)
                    .build());
            CxRestClient client = cx.clientWithin(SOON);

            assertTimeoutPreemptively(BOUND, () -> {
                fault(CxFault.TimedOut.class, () -> read(client, cx.access()));
            });
        }

        @Test
        void read_shouldTimeOut_whenTheHeadersAreLate() {
            cx.answers(Answers.ok("[]")
                    .newBuilder()
                    .headersDelay(DAY.toSeconds(), TimeUnit.SECONDS)
                    .build());
            CxRestClient client = cx.clientWithin(SOON);

            assertTimeoutPreemptively(BOUND, () -> {
                fault(CxFault.TimedOut.class, () -> read(client, cx.access()));
            });
        }

        @Test
        void read_shouldTimeOutEarly_whenTheAnswerDoesNotBeginInTime() {
            cx.answers(Answers.silence());
            CxRestClient client =
                    cx.client(options -> options.withApiTimeout(LONG_CALL).withFirstByteTimeout(SOON));

            CxFault fault = assertTimeoutPreemptively(
                    BOUND, () -> fault(CxFault.TimedOut.class, () -> read(client, cx.access())));
            assertThat(fault).hasMessageContaining("beginning of the answer");
        }

        @Test
        void read_shouldSucceed_whenTheAnswerBeginsInTimeAndEndsLater() {
            cx.answers(new MockResponse.Builder()
                    .body("[" + " ".repeat(28) + "]")
                    .throttleBody(10, 400, TimeUnit.MILLISECONDS)
                    .build());
            CxRestClient client = cx.client(options -> options.withFirstByteTimeout(Duration.ofMillis(700)));

            read(client, cx.access());

            assertThat(cx.requests()).hasSize(1);
        }

        @Test
        void read_shouldTimeOut_whenTheLogInNeverEnds() {
            cx.answersLogIns(Answers.silence());
            CxRestClient client = cx.clientWithin(SOON);

            assertTimeoutPreemptively(BOUND, () -> {
                fault(CxFault.TimedOut.class, () -> read(client, cx.access()));
            });
            assertThat(cx.requests()).isEmpty();
        }

        @Test
        void read_shouldTimeOut_whenTheNameServerIsSilent() {
            CountDownLatch never = new CountDownLatch(1);
            CxRestClient client = cx.client(options -> options.withApiTimeout(SOON), host -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new UnknownHostException(host);
            });

            assertTimeoutPreemptively(BOUND, () -> {
                fault(CxFault.TimedOut.class, () -> read(client, accessTo("http://cx.landlord.invalid")));
            });
        }

        @Test
        void cancel_shouldTimeOutAndSendOnce_whenCxNeverAnswers() {
            cx.answers(Answers.silence());
            CxRestClient client = cx.clientWithin(SOON);

            assertTimeoutPreemptively(BOUND, () -> {
                fault(
                        CxFault.TimedOut.class,
                        () -> client.cancelling().cancelAppointment(cx.access(), new AppointmentId("A"), ""));
            });
            assertThat(cx.requests()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n["})
        void read_shouldCloseTheConnection_whenItTimesOut(String beginning) {
            CompletableFuture<Integer> end = new CompletableFuture<>();
            raw.behaving(connection -> {
                RawServer.readPastLogIn(connection);
                RawServer.write(connection, beginning);
                endOf(connection.getInputStream(), end);
            });
            CxRestClient client = cx.clientWithin(Duration.ofSeconds(2));

            fault(CxFault.TimedOut.class, () -> read(client, raw.access()));

            assertThat(end).succeedsWithin(BOUND);
        }

        @Test
        void read_shouldWorkAgain_whenAnEarlierOneTimedOut() {
            cx.answers(Answers.silence(), Answers.ok("[]"));
            CxRestClient client = cx.clientWithin(Duration.ofSeconds(2));
            fault(CxFault.TimedOut.class, () -> read(client, cx.access()));

            read(client, cx.access());

            assertThat(cx.requests()).hasSize(2);
        }

        private static void endOf(InputStream stream, CompletableFuture<Integer> end) {
            try {
                end.complete(stream.read());
            } catch (IOException reset) {
                end.complete(-1);
            }
        }
    }

    @Nested
    class Sizes {
        private final CxRestClient small = cx.client(options -> options.withMaxBodyBytes(100_000));

        @Test
        void read_shouldSucceed_whenTheBodyIsJustSmallEnough() {
            cx.answers(Answers.ok("[" + " ".repeat(99_998) + "]"));

            read(small, cx.access());
        }

        @Test
        void read_shouldThrowContractBroken_whenTheBodyIsTooLarge() {
            cx.answers(Answers.ok("[" + " ".repeat(100_000) + "]"));

            fault(CxFault.ContractBroken.class, () -> read(small, cx.access()));
        }

        @Test
        void read_shouldThrowContractBrokenAndHangUp_whenChunksNeverEnd() {
            CompletableFuture<Integer> sent = new CompletableFuture<>();
            raw.behaving(connection -> {
                RawServer.readPastLogIn(connection);
                sendForEver(connection, sent);
            });

            assertTimeoutPreemptively(
                    BOUND, () -> fault(CxFault.ContractBroken.class, () -> read(small, raw.access())));
            assertThat(sent).succeedsWithin(BOUND);
        }

        @Test
        void read_shouldInflate_whenCxCompressesUnasked() throws IOException {
            cx.answers(gzip("[]".getBytes(StandardCharsets.UTF_8)));

            read(small, cx.access());

            assertThat(cx.requests().getFirst().getHeaders().get("Accept-Encoding"))
                    .isNull();
        }

        /** Regression: the client's own decompression would unpack a small answer into any amount of memory. */
        @Test
        void read_shouldThrowContractBroken_whenASmallBodyUnpacksIntoALargeOne() throws IOException {
            cx.answers(gzip(new byte[50_000_000]));

            fault(CxFault.ContractBroken.class, () -> read(small, cx.access()));
        }

        @Test
        void read_shouldThrowContractBroken_whenTheCompressedBodyIsDamaged() {
            cx.answers(Answers.ok("[]")
                    .newBuilder()
                    .setHeader("Content-Encoding", "gzip")
                    .build());

            fault(CxFault.ContractBroken.class, () -> read(small, cx.access()));
        }

        @Test
        void read_shouldThrowContractBroken_whenTheEncodingIsUnknown() {
            cx.answers(Answers.ok("[]")
                    .newBuilder()
                    .setHeader("Content-Encoding", "br")
                    .build());

            fault(CxFault.ContractBroken.class, () -> read(small, cx.access()));
        }

        private static MockResponse gzip(byte[] content) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(content);
            }
            return new MockResponse.Builder()
                    .setHeader("Content-Type", "application/json")
                    .setHeader("Content-Encoding", "gzip")
                    .body(new Buffer().write(bytes.toByteArray()))
                    .build();
        }

        private static void sendForEver(Socket connection, CompletableFuture<Integer> sent) throws IOException {
            RawServer.write(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            int chunks = 0;
            try {
                while (true) {
                    RawServer.write(connection, "400\r\n" + " ".repeat(0x400) + "\r\n");
                    chunks++;
                }
            } catch (IOException hungUp) {
                sent.complete(chunks);
            }
        }
    }

    @Nested
    class Connections {
        @Test
        void requests_shouldShareAConnection_whenTheyFollowEachOther() {
            read(cx.client(), cx.access());
            read(cx.client(), cx.access());

            assertThat(cx.requests())
                    .extracting(RecordedRequest::getConnectionIndex)
                    .containsOnly(cx.logInRequests().getFirst().getConnectionIndex());
        }

        @Test
        void read_shouldSucceed_whenTheServerClosesAfterEachAnswerAndNamesNoLength() {
            raw.behaving(connection -> {
                boolean logIn = RawServer.readRequest(connection).startsWith("POST /api/token ");
                RawServer.write(connection, "HTTP/1.0 200 OK\r\n\r\n" + (logIn ? "{\"Token\":\"T\"}" : "[]"));
            });

            read(cx.client(), raw.access());

            assertThat(raw.connections()).isEqualTo(2);
        }

        /** Regression: a request that was given up while it waited for a connection must not be sent behind one's back. */
        @Test
        void read_shouldNeverBeSent_whenGivenUpBeforeThereWasAConnection() throws Exception {
            read(cx.client(), cx.access());
            CountDownLatch arrived = new CountDownLatch(16);
            CountDownLatch go = new CountDownLatch(1);
            cx.answersBy(request -> {
                arrived.countDown();
                await(go);
                return null;
            });
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> reads = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    reads.add(executor.submit(() -> read(cx.client(), cx.access())));
                }
                await(arrived);
                CompletableFuture<Throwable> end = new CompletableFuture<>();
                Thread waiting = Thread.ofVirtual()
                        .start(() -> end.complete(catchThrowable(() -> read(cx.client(), cx.access()))));
                while (waiting.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
                waiting.interrupt();
                assertThat(end).succeedsWithin(BOUND).isInstanceOf(CxFault.TimedOut.class);
                go.countDown();
                for (Future<?> each : reads) {
                    each.get(8, TimeUnit.SECONDS);
                }
            }
            read(cx.client(), cx.access());

            assertThat(cx.requests()).hasSize(18);
        }

        /** Guards against: a cancellation is sent on a pooled connection that Cx is closing, and nobody knows its fate. */
        @Test
        void cancel_shouldOpenAConnectionOfItsOwn_whenPooledOnesAreAtHand() {
            read(cx.client(), cx.access());
            cx.answers(Answers.ok("{\"Success\":true}"));
            cx.client().cancelling().cancelAppointment(cx.access(), new AppointmentId("A"), "");
            cx.client().cancelling().cancelAppointment(cx.access(), new AppointmentId("B"), "");

            assertThat(cx.requests())
                    .extracting(RecordedRequest::getConnectionIndex)
                    .hasSize(3)
                    .doesNotHaveDuplicates();
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(8, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void read_shouldThrowUnreachable_whenTheConnectionIsRefused() throws IOException {
            int port;
            try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = closed.getLocalPort();
            }

            CxFault fault =
                    fault(CxFault.Unreachable.class, () -> read(cx.client(), accessTo("http://127.0.0.1:" + port)));
            assertThat(fault).hasMessageContaining("refused");
        }

        @Test
        void read_shouldThrowUnreachable_whenTheNameDoesNotResolve() {
            CxRestClient client = cx.client(options -> options, host -> {
                throw new UnknownHostException(host);
            });

            CxFault fault =
                    fault(CxFault.Unreachable.class, () -> read(client, accessTo("http://cx.landlord.invalid")));
            assertThat(fault).hasMessageContaining("cx.landlord.invalid does not resolve");
        }

        @Test
        void read_shouldBeTriedOnceMore_whenTheConnectionClosesWithoutAnAnswer() {
            cx.answers(Answers.hangUp(), Answers.ok("[]"));

            read(cx.client(), cx.access());

            assertThat(cx.requests()).hasSize(2);
        }

        @Test
        void read_shouldThrowUnreachableAfterTwo_whenEveryConnectionCloses() {
            cx.answers(Answers.hangUp());

            fault(CxFault.Unreachable.class, () -> read(cx.client(), cx.access()));

            assertThat(cx.requests()).hasSize(2);
        }

        @Test
        void cancel_shouldThrowUnreachableAfterOne_whenTheConnectionCloses() {
            cx.answers(Answers.hangUp());

            fault(
                    CxFault.Unreachable.class,
                    () -> cx.client()
                            .cancelling()
                            .cancelRepair(
                                    cx.access(),
                                    new RepairCancellation(
                                            new RepairReference("WO-1"), Optional.empty(), "C", "R", NOW, "")));

            assertThat(cx.requests()).hasSize(1);
        }

        @Test
        void read_shouldThrowUnreachable_whenTheConnectionIsResetInTheBody() {
            raw.behaving(connection -> {
                RawServer.readPastLogIn(connection);
                RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[");
                connection.setSoLinger(true, 0);
            });

            fault(CxFault.Unreachable.class, () -> read(cx.client(), raw.access()));
        }

        @Test
        void read_shouldThrowContractBroken_whenTheBodyIsCutOff() {
            raw.behaving(connection -> {
                RawServer.readPastLogIn(connection);
                RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[]");
            });

            fault(CxFault.ContractBroken.class, () -> read(cx.client(), raw.access()));
        }

        @Test
        void read_shouldThrowContractBroken_whenChunksAreCutOff() {
            raw.behaving(connection -> {
                RawServer.readPastLogIn(connection);
                RawServer.write(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n");
            });

            fault(CxFault.ContractBroken.class, () -> read(cx.client(), raw.access()));
        }

        @Test
        void read_shouldThrowContractBroken_whenTheServerDoesNotSpeakHttp() {
            raw.behaving(connection -> {
                RawServer.readRequest(connection);
                RawServer.write(connection, "220 mail.example ESMTP ready\r\n\r\n");
            });

            fault(CxFault.ContractBroken.class, () -> read(cx.client(), raw.access()));
        }

        @Test
        void read_shouldTryTheNextAddress_whenTheFirstCannotBeConnected() throws IOException {
            InetAddress nobody = InetAddress.getByName("127.0.0.77");
            CxRestClient client =
                    cx.client(options -> options, host -> List.of(nobody, InetAddress.getLoopbackAddress()));

            read(client, new CxAccess(cx.connectionTo("cx.landlord.invalid"), Builders.COMPANY.id()));

            assertThat(cx.requests()).hasSize(1);
        }

        @Test
        void ports_shouldThrowUnreachable_whenTheClientIsClosed() {
            read(cx.client(), cx.access());
            cx.client().close();

            fault(CxFault.Unreachable.class, () -> read(cx.client(), cx.access()));
            fault(CxFault.Unreachable.class, () -> cx.client().probing().logIn(cx.connection()));
            fault(CxFault.Unreachable.class, () -> read(cx.client(), accessTo("http://cx.landlord.invalid")));
        }
    }

    @Nested
    class Addresses {
        private final InetAddress publicAddress = address("93.184.215.14");

        private static InetAddress address(String literal) {
            try {
                return InetAddress.getByName(literal);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(literal, e);
            }
        }

        @Test
        void read_shouldOpenNoSocket_whenAnyAddressOfTheNameIsPrivate() {
            CxRestClient client = cx.client(
                    options -> options.withPrivateAddresses(false),
                    host -> List.of(publicAddress, InetAddress.getLoopbackAddress()));

            fault(
                    CxFault.AddressForbidden.class,
                    () -> read(client, accessTo("https://cx.landlord.invalid:" + raw.port())));

            assertThat(raw.connections()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://127.0.0.1", "http://127.0.0.1", "https://localhost", "https://[::1]"})
        void read_shouldOpenNoSocket_whenTheUrlItselfIsForbidden(String url) {
            CxRestClient client = cx.client(options -> options.withPrivateAddresses(false));

            fault(CxFault.AddressForbidden.class, () -> read(client, accessTo(url + ":" + raw.port())));

            assertThat(raw.connections()).isZero();
        }

        @Test
        void read_shouldOpenNoSocket_whenTheNameBecomesPrivateLater() {
            AtomicInteger asked = new AtomicInteger();
            CxRestClient client = cx.client(
                    options -> options.withPrivateAddresses(false).withApiTimeout(SOON),
                    host -> List.of(asked.getAndIncrement() == 0 ? publicAddress : InetAddress.getLoopbackAddress()));
            CxConnection rebound =
                    accessTo("https://cx.landlord.invalid:" + raw.port()).connection();

            client.probing().resolveName(rebound.apiUrl());

            fault(CxFault.AddressForbidden.class, () -> client.companies().companies(rebound));
            assertThat(raw.connections()).isZero();
        }

        @Test
        void request_shouldGoToTheCheckedAddress_andNameTheHost_whenNothingElseResolvesIt() {
            CxRestClient client = cx.client(options -> options, host -> List.of(InetAddress.getLoopbackAddress()));

            read(client, new CxAccess(cx.connectionTo("cx.landlord.invalid"), Builders.COMPANY.id()));

            assertThat(cx.requests().getFirst().getHeaders().get("Host"))
                    .isEqualTo("cx.landlord.invalid:" + cx.connection().apiUrl().port());
        }

        @Test
        void request_shouldResolveAgain_whenItIsTheNext() {
            AtomicInteger asked = new AtomicInteger();
            CxRestClient client = cx.client(options -> options, host -> {
                asked.incrementAndGet();
                return List.of(InetAddress.getLoopbackAddress());
            });
            CxAccess access = new CxAccess(cx.connectionTo("cx.landlord.invalid"), Builders.COMPANY.id());

            read(client, access);
            read(client, access);

            assertThat(asked).hasValue(3);
        }
    }

    @Nested
    class Redirects {
        @ParameterizedTest
        @ValueSource(ints = {301, 302, 303, 307, 308})
        void read_shouldThrowContractBrokenAndNotFollow_whenRedirectedElsewhere(int status) {
            cx.answers(Answers.redirect(status, raw.url() + "/api/companies"));

            fault(CxFault.ContractBroken.class, () -> read(cx.client(), cx.access()));

            assertThat(raw.connections()).isZero();
            assertThat(cx.requests()).hasSize(1);
        }

        @Test
        void logIn_shouldThrowContractBrokenAndNotFollow_whenRedirected() {
            cx.answersLogIns(Answers.redirect(307, raw.url() + "/api/token"));

            fault(CxFault.ContractBroken.class, () -> read(cx.client(), cx.access()));

            assertThat(raw.connections()).isZero();
        }
    }

    @Test
    void connect_shouldTimeOut_whenNobodyAccepts() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket();
                Socket second = new Socket()) {
            first.connect(full.getLocalSocketAddress());
            second.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()));
            CxRestClient client = cx.client(options -> options.withConnectTimeout(SOON));

            CxFault fault = assertTimeoutPreemptively(
                    BOUND,
                    () -> fault(
                            CxFault.TimedOut.class,
                            () -> read(client, accessTo("http://127.0.0.1:" + full.getLocalPort()))));
            assertThat(fault).hasMessageContaining("did not open a connection in time");
        }
    }
}
