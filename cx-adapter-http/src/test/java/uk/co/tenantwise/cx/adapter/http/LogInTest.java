package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.adapter.http.Answers.empty;
import static uk.co.tenantwise.cx.adapter.http.Answers.html;
import static uk.co.tenantwise.cx.adapter.http.Answers.json;
import static uk.co.tenantwise.cx.adapter.http.Answers.ok;
import static uk.co.tenantwise.cx.adapter.http.Answers.redirect;
import static uk.co.tenantwise.cx.adapter.http.Faults.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.ports.driven.CxReply;
import uk.co.tenantwise.cx.ports.fault.CxFault;

class LogInTest {
    private static final int CROWD = 1_000;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    @RegisterExtension
    final StubCx cx = StubCx.plain();

    private void read() {
        read(cx.connection());
    }

    private void read(CxConnection connection) {
        cx.client().companies().companies(connection);
    }

    private CxReply cancel() {
        return cx.client().cancelling().cancelAppointment(cx.access(), new AppointmentId("A-1"), "");
    }

    private List<String> tokensShown() {
        return cx.requests().stream()
                .map(request -> String.valueOf(request.getHeaders().get("Authorization")))
                .toList();
    }

    /** What a Cx may answer when a token is no longer valid. */
    static Stream<MockResponse> signsOfAnExpiredToken() {
        return Stream.of(
                json(401, "{\"Message\":\"Expired\"}"),
                empty(401),
                html(401),
                redirect(302, "/Account/Login?ReturnUrl=%2Fapi"),
                redirect(303, "https://cx.landlord.invalid/account/log-on"),
                redirect(307, "/signin"));
    }

    static Stream<MockResponse> logInPages() {
        return Stream.of(
                html(200),
                html(200)
                        .newBuilder()
                        .setHeader("Content-Type", "application/json")
                        .build(),
                ok("\uFEFF <html>").newBuilder().removeHeader("Content-Type").build(),
                ok("").newBuilder().setHeader("Content-Type", "text/html").build());
    }

    @Nested
    class Once {
        @Test
        void logIn_shouldSendUserNameAndPassword_whenThereIsNoToken() {
            read();

            RecordedRequest request = cx.logInRequests().getFirst();
            assertThat(request.getRequestLine()).isEqualTo("POST /api/token HTTP/1.1");
            assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
            assertThat(request.getHeaders().get("Content-Length")).isNotNull();
            assertThat(request.getHeaders().get("Transfer-Encoding")).isNull();
            assertThat(request.getHeaders().get("Authorization")).isNull();
            assertThat(String.valueOf(request.getBody()))
                    .contains("\"UserName\":\"api.user\"")
                    .contains("\"Password\":\"pass-word-1\"");
            assertThat(tokensShown()).containsExactly("Bearer T1");
        }

        @Test
        void token_shouldBeUsedAgain_whenItDoesNotExpire() {
            read();
            cx.clock.advance(Duration.ofDays(400));
            read();

            assertThat(tokensShown()).containsExactly("Bearer T1", "Bearer T1");
            assertThat(cx.logInRequests()).hasSize(1);
        }

        @Test
        void token_shouldBeItsOwn_whenTheConnectionIsAnother() {
            read();
            read(new CxConnection(cx.connection().apiUrl(), "other.user", Secret.of("other-word")));

            assertThat(tokensShown()).containsExactly("Bearer T1", "Bearer T2");
        }

        @Test
        void logIn_shouldHappenOnce_whenACrowdArrives() throws Exception {
            AtomicInteger turnedAway = new AtomicInteger();

            inACrowd(() -> readUnlessCrowded(turnedAway));

            assertThat(cx.logInRequests()).hasSize(1);
            assertThat(cx.requests()).hasSize(CROWD - turnedAway.get()).isNotEmpty();
        }

        private void readUnlessCrowded(AtomicInteger turnedAway) {
            try {
                read();
            } catch (CxFault.Busy crowded) {
                turnedAway.incrementAndGet();
            }
        }

        @Test
        void logIn_shouldHappenOnceMore_whenTheTokenOfACrowdExpires() throws Exception {
            read();
            Set<String> revoked = ConcurrentHashMap.newKeySet();
            revoked.add("Bearer T1");
            cx.answersBy(request ->
                    revoked.contains(String.valueOf(request.getHeaders().get("Authorization"))) ? empty(401) : null);

            inACrowd(() -> readUnlessCrowded(new AtomicInteger()));

            assertThat(cx.logInRequests()).hasSize(2);
        }

        @Test
        void logIn_shouldHappenOnce_whenItIsRejectedForACrowd() throws Exception {
            cx.answersLogIns(empty(401));

            inACrowd(() -> fault(CxFault.CredentialsRejected.class, LogInTest.this::read));

            assertThat(cx.logInRequests()).hasSize(1);
            assertThat(cx.requests()).isEmpty();
        }

        private void inACrowd(Runnable use) throws InterruptedException, ExecutionException, TimeoutException {
            cx.client();
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> all = new ArrayList<>();
                for (int i = 0; i < CROWD; i++) {
                    all.add(executor.submit(() -> {
                        start.await();
                        use.run();
                        return null;
                    }));
                }
                start.countDown();
                for (Future<?> each : all) {
                    each.get(30, TimeUnit.SECONDS);
                }
            }
        }
    }

    @Nested
    class Expiry {
        private MockResponse tokenUntil(String expiresAt) {
            return ok("{\"Token\":\"X\",\"ExpiresAt\":\"" + expiresAt + "\"}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-12-01T13:00:00", "2026-12-01T13:00:00Z", "2026-12-01T14:00:00.0000000+01:00"})
        void token_shouldBeRenewedShortlyBefore_whenItSaysWhenItExpires(String expiresAt) {
            cx.answersLogIns(tokenUntil(expiresAt));
            read();
            cx.clock.advance(Duration.ofMinutes(59).plusSeconds(29));
            read();
            cx.clock.advance(Duration.ofSeconds(2));
            read();

            assertThat(tokensShown()).containsExactly("Bearer X", "Bearer X", "Bearer T1");
        }

        @Test
        void token_shouldBeUsedForMostOfItsLife_whenThatIsShort() {
            cx.answersLogIns(tokenUntil("2026-12-01T12:00:10Z"));
            read();
            cx.clock.advance(Duration.ofSeconds(8));
            read();
            cx.clock.advance(Duration.ofSeconds(1));
            read();

            assertThat(tokensShown()).containsExactly("Bearer X", "Bearer X", "Bearer T1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-12-01T11:00:00Z", "never", ""})
        void token_shouldBeUsedUntilRefused_whenItsExpiryMakesNoSense(String expiresAt) {
            cx.answersLogIns(tokenUntil(expiresAt));
            read();
            cx.clock.advance(Duration.ofHours(5));
            read();

            assertThat(tokensShown()).containsExactly("Bearer X", "Bearer X");
        }
    }

    @Nested
    class Renewal {
        @ParameterizedTest
        @MethodSource({
            "uk.co.tenantwise.cx.adapter.http.LogInTest#signsOfAnExpiredToken",
            "uk.co.tenantwise.cx.adapter.http.LogInTest#logInPages"
        })
        void read_shouldLogInOnceAndSucceed_whenTheTokenHasExpired(MockResponse sign) {
            cx.answers(ok("[]"), sign, ok("[]"));
            read();
            cx.clock.advance(Duration.ofSeconds(10));

            read();

            assertThat(tokensShown()).containsExactly("Bearer T1", "Bearer T1", "Bearer T2");
            assertThat(cx.logInRequests()).hasSize(2);
        }

        @ParameterizedTest
        @MethodSource("uk.co.tenantwise.cx.adapter.http.LogInTest#signsOfAnExpiredToken")
        void cancel_shouldLogInOnceAndSucceed_whenTheTokenHasExpired(MockResponse sign) {
            cx.answers(sign, ok("{\"Success\":true}"));

            assertThat(cancel()).isEqualTo(new CxReply.Accepted());
            assertThat(tokensShown()).containsExactly("Bearer T1", "Bearer T2");
        }

        @ParameterizedTest
        @MethodSource("uk.co.tenantwise.cx.adapter.http.LogInTest#logInPages")
        void cancel_shouldThrowContractBrokenAndNotRepeat_whenAPageDoesNotProveThatNothingWasDone(MockResponse page) {
            cx.answers(page, ok("{\"Success\":true}"));

            fault(CxFault.ContractBroken.class, LogInTest.this::cancel);
            assertThat(cx.requests()).hasSize(1);
        }

        @Test
        void read_shouldThrowCredentialsRejected_whenTheNewTokenIsRefusedToo() {
            cx.answers(empty(401));

            fault(CxFault.CredentialsRejected.class, LogInTest.this::read);

            assertThat(cx.requests()).hasSize(2);
            assertThat(cx.logInRequests()).hasSize(2);
        }

        /** Regression: each read logged in anew, for ever, while Cx accepted log-ins and refused their tokens. */
        @Test
        void read_shouldHoldTheCredentialsBack_whenTheTokenOfANewLogInIsRefused() {
            cx.answers(empty(401), empty(401), ok("[]"));
            fault(CxFault.CredentialsRejected.class, LogInTest.this::read);

            cx.clock.advance(Duration.ofHours(2));
            fault(CxFault.CredentialsRejected.class, LogInTest.this::read);
            fault(CxFault.CredentialsRejected.class, LogInTest.this::cancel);

            assertThat(cx.requests()).hasSize(2);
            assertThat(cx.logInRequests()).hasSize(2);
            cx.client().credentials().release();
            read();
            assertThat(tokensShown()).containsExactly("Bearer T1", "Bearer T2", "Bearer T3");
        }

        @Test
        void cancel_shouldHoldTheCredentialsBack_whenTheTokenOfANewLogInIsRefused() {
            cx.answers(empty(401));
            fault(CxFault.CredentialsRejected.class, LogInTest.this::cancel);

            fault(CxFault.CredentialsRejected.class, LogInTest.this::read);

            assertThat(cx.requests()).hasSize(2);
            assertThat(cx.logInRequests()).hasSize(2);
        }

        static Stream<MockResponse> pages() {
            return Stream.of(html(200), redirect(302, "/Account/Login"));
        }

        @ParameterizedTest
        @MethodSource("pages")
        void read_shouldThrowContractBroken_whenTheLogInPageComesAgain(MockResponse page) {
            cx.answers(ok("[]"), page);
            read();
            cx.clock.advance(Duration.ofSeconds(10));

            fault(CxFault.ContractBroken.class, LogInTest.this::read);

            assertThat(cx.requests()).hasSize(3);
            assertThat(cx.logInRequests()).hasSize(2);
        }

        /** Guards against: while a page says that Cx is being maintained, each read makes two requests and a log-in. */
        @ParameterizedTest
        @MethodSource("pages")
        void read_shouldNotLogInAgain_whenTheLogInWasAMomentAgo(MockResponse page) {
            cx.answers(page);

            for (int read = 0; read < 10; read++) {
                fault(CxFault.ContractBroken.class, LogInTest.this::read);
            }

            assertThat(cx.requests()).hasSize(10);
            assertThat(cx.logInRequests()).hasSize(1);
        }

        @Test
        void read_shouldThrowCredentialsRejected_whenTheNewLogInIsRejected() {
            cx.answersLogIns(Answers.token("A"), empty(401));
            cx.answers(empty(401));

            fault(CxFault.CredentialsRejected.class, LogInTest.this::read);
            fault(CxFault.CredentialsRejected.class, LogInTest.this::read);

            assertThat(cx.requests()).hasSize(1);
            assertThat(cx.logInRequests()).hasSize(2);
        }
    }

    @Nested
    class Rejection {
        static Stream<Arguments> answersToTheLogIn() {
            return Stream.of(
                    Arguments.of(json(401, "{\"Message\":\"Locked\"}"), CxFault.CredentialsRejected.class),
                    Arguments.of(html(401), CxFault.CredentialsRejected.class),
                    Arguments.of(empty(423), CxFault.CredentialsRejected.class),
                    Arguments.of(json(403, "{\"Message\":\"No API\"}"), CxFault.NoApiPermission.class),
                    Arguments.of(html(403), CxFault.AddressNotWhitelisted.class),
                    Arguments.of(empty(404), CxFault.ContractBroken.class),
                    Arguments.of(html(404), CxFault.ContractBroken.class),
                    Arguments.of(empty(405), CxFault.ContractBroken.class),
                    Arguments.of(redirect(302, "/Account/Login"), CxFault.ContractBroken.class),
                    Arguments.of(html(200), CxFault.ContractBroken.class),
                    Arguments.of(empty(200), CxFault.ContractBroken.class),
                    Arguments.of(ok("[]"), CxFault.ContractBroken.class),
                    Arguments.of(ok("{}"), CxFault.ContractBroken.class),
                    Arguments.of(ok("{\"Token\":\"\"}"), CxFault.ContractBroken.class),
                    Arguments.of(ok("{\"Token\":null}"), CxFault.ContractBroken.class),
                    Arguments.of(ok("{\"Token\":\"a\\r\\nX: y\"}"), CxFault.ContractBroken.class),
                    Arguments.of(ok("{\"Token\":"), CxFault.ContractBroken.class),
                    Arguments.of(ok("welcome"), CxFault.ContractBroken.class),
                    Arguments.of(json(400, "{}"), CxFault.Refused.class),
                    Arguments.of(empty(429), CxFault.Throttled.class),
                    Arguments.of(empty(500), CxFault.Unavailable.class),
                    Arguments.of(html(503), CxFault.Unavailable.class));
        }

        @ParameterizedTest
        @MethodSource("answersToTheLogIn")
        void logIn_shouldThrowItsFault_whenAnsweredSo(MockResponse answer, Class<? extends CxFault> expected) {
            cx.answersLogIns(answer, answer);

            fault(expected, LogInTest.this::read);

            assertThat(cx.requests()).isEmpty();
        }

        @Test
        void token_shouldBeRead_whenItsNameIsInAnyCase() {
            cx.answersLogIns(ok("{\"token\":\"abc\",\"Other\":[]}"));

            read();

            assertThat(tokensShown()).containsExactly("Bearer abc");
        }

        /** Regression: asking again with a rejected password locks the Cx account. */
        @Test
        void logIn_shouldNotBeTriedAgain_whenItWasRejected() {
            cx.answersLogIns(empty(401));

            for (int i = 0; i < 5; i++) {
                fault(CxFault.CredentialsRejected.class, LogInTest.this::read);
                fault(CxFault.CredentialsRejected.class, LogInTest.this::cancel);
            }

            assertThat(cx.logInRequests()).hasSize(1);
        }

        @Test
        void logIn_shouldBeTriedOnceMore_whenReleasedAfterEachRejection() {
            cx.answersLogIns(empty(401), empty(401));
            fault(CxFault.CredentialsRejected.class, LogInTest.this::read);

            cx.client().credentials().release();
            fault(CxFault.CredentialsRejected.class, LogInTest.this::read);
            fault(CxFault.CredentialsRejected.class, LogInTest.this::read);

            assertThat(cx.logInRequests()).hasSize(2);
            cx.client().credentials().release();
            read();
            assertThat(tokensShown()).containsExactly("Bearer T1");
        }

        @Test
        void release_shouldForgetTokens_whenThereAreSome() {
            read();

            cx.client().credentials().release();
            read();

            assertThat(tokensShown()).containsExactly("Bearer T1", "Bearer T2");
        }

        @Test
        void logIn_shouldBeTriedAgain_whenItFailedForAnotherReason() {
            cx.answersLogIns(empty(400));
            fault(CxFault.Refused.class, LogInTest.this::read);

            cx.clock.advance(A_MOMENT);
            read();

            assertThat(tokensShown()).containsExactly("Bearer T1");
        }

        @Test
        void read_shouldRepeatTheLogInOnce_whenCxIsUnavailableForAMoment() {
            cx.answersLogIns(empty(503));

            read();

            assertThat(cx.logInRequests()).hasSize(2);
        }
    }

    /** Regression: a sign-in reads three things at once, and each of them logged in and repeated it for itself. */
    @Nested
    class FailureOfALogIn {
        static Stream<MockResponse> failures() {
            return Stream.of(empty(500), Answers.hangUp());
        }

        @ParameterizedTest
        @MethodSource("failures")
        void logIn_shouldBeRepeatedOnceInAll_whenThreeReadsNeedIt(MockResponse failure) throws Exception {
            cx.answersBy(request -> request.getTarget().equals("/api/token") ? failure : null);

            assertThat(faultsOfThreeReads()).isEqualTo(3);
            assertThat(cx.logInRequests()).hasSize(2);
            assertThat(faultsOfThreeReads()).isEqualTo(3);
            assertThat(cx.logInRequests()).hasSize(2);

            cx.clock.advance(A_MOMENT);
            assertThat(faultsOfThreeReads()).isEqualTo(3);
            assertThat(cx.logInRequests()).hasSizeBetween(3, 4);
        }

        @ParameterizedTest
        @MethodSource("failures")
        void reads_shouldAllSucceed_whenTheRepetitionDoes(MockResponse failure) throws Exception {
            cx.answersLogIns(failure);

            assertThat(faultsOfThreeReads()).isZero();

            assertThat(cx.logInRequests()).hasSize(2);
            assertThat(cx.requests()).hasSize(3);
        }

        @Test
        void cancel_shouldNotLogIn_whenThatFailedAMomentAgo() {
            cx.answersLogIns(empty(400));
            fault(CxFault.Refused.class, LogInTest.this::read);

            fault(CxFault.Refused.class, LogInTest.this::cancel);

            assertThat(cx.logInRequests()).hasSize(1);
        }

        private int faultsOfThreeReads() throws Exception {
            CxRestClient client = cx.client();
            CountDownLatch start = new CountDownLatch(1);
            int faults = 0;
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> reads = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    reads.add(executor.submit(() -> {
                        start.await();
                        return client.companies().companies(cx.connection());
                    }));
                }
                start.countDown();
                for (Future<?> each : reads) {
                    try {
                        each.get(30, TimeUnit.SECONDS);
                    } catch (ExecutionException e) {
                        assertThat(e).hasCauseInstanceOf(CxFault.class);
                        faults++;
                    }
                }
            }
            return faults;
        }
    }

    @Nested
    class Afresh {
        private void logInAfresh() {
            cx.client().probing().logIn(cx.connection());
        }

        @Test
        void logIn_shouldReplaceTheToken_whenThereIsOne() {
            read();

            logInAfresh();
            read();

            assertThat(tokensShown()).containsExactly("Bearer T1", "Bearer T2");
        }

        /** Regression: while an administrator's test waited for Cx, so did every customer. */
        @Test
        void read_shouldGoOnWithTheToken_whenALogInIsUnderWay() throws Exception {
            read();
            CountDownLatch arrived = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            cx.answersBy(request -> {
                if (request.getTarget().equals("/api/token")) {
                    arrived.countDown();
                    await(go);
                }
                return null;
            });
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> test = executor.submit(this::logInAfresh);
                await(arrived);

                read();

                assertThat(test).isNotDone();
                go.countDown();
                test.get(10, TimeUnit.SECONDS);
            }
            read();
            assertThat(tokensShown()).containsExactly("Bearer T1", "Bearer T1", "Bearer T2");
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void logIn_shouldHoldCredentialsBack_whenTheyAreRejected() {
            read();
            cx.answersLogIns(empty(401));

            fault(CxFault.CredentialsRejected.class, this::logInAfresh);
            fault(CxFault.CredentialsRejected.class, LogInTest.this::read);

            assertThat(cx.logInRequests()).hasSize(2);
        }

        @Test
        void logIn_shouldKeepHoldingBack_whenItComesToNoResult() {
            cx.answersLogIns(empty(401), empty(500));
            fault(CxFault.CredentialsRejected.class, LogInTest.this::read);

            fault(CxFault.Unavailable.class, this::logInAfresh);

            fault(CxFault.CredentialsRejected.class, LogInTest.this::read);
            assertThat(cx.logInRequests()).hasSize(2);
        }
    }
}
