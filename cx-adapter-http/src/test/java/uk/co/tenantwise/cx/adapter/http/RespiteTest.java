package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.adapter.http.Answers.empty;
import static uk.co.tenantwise.cx.adapter.http.Answers.ok;
import static uk.co.tenantwise.cx.adapter.http.Faults.fault;

import java.time.Duration;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Row U15: what one call was told counts for all calls to that instance. */
class RespiteTest {
    @RegisterExtension
    final StubCx cx = StubCx.plain();

    @RegisterExtension
    final StubCx other = StubCx.plain();

    private void read() {
        cx.client().companies().companies(cx.connection());
    }

    private void cancel() {
        cx.client().cancelling().cancelAppointment(cx.access(), new AppointmentId("A"), "");
    }

    private static MockResponse asking(int status, String retryAfter) {
        return empty(status).newBuilder().setHeader("Retry-After", retryAfter).build();
    }

    @Test
    void calls_shouldFailWithoutBeingSent_untilTheTimeThatCxAskedFor() {
        cx.answers(asking(429, "7"), ok("[]"));
        fault(CxFault.Throttled.class, this::read);
        cx.clock.advance(Duration.ofSeconds(3));

        CxFault fault = fault(CxFault.Throttled.class, this::read);
        assertThat(fault.retryAfter()).contains(Duration.ofSeconds(4));
        assertThat(fault.detail()).contains("left alone").contains("4 seconds");
        fault(CxFault.Throttled.class, this::cancel);
        assertThat(cx.requests()).hasSize(1);

        cx.clock.advance(Duration.ofSeconds(4));
        read();
        assertThat(cx.requests()).hasSize(2);
    }

    @Test
    void calls_shouldFailForAMinuteAtMost_whenCxAskedForMore() {
        cx.answers(asking(503, "3600"), ok("[]"));
        fault(CxFault.Unavailable.class, this::read);
        cx.clock.advance(Duration.ofSeconds(59));
        assertThat(fault(CxFault.Unavailable.class, this::read).retryAfter()).contains(Duration.ofSeconds(1));

        cx.clock.advance(Duration.ofSeconds(1));
        read();
    }

    @Test
    void calls_shouldFailForFiveSeconds_whenCxDoesNotSayForHowLong() {
        cx.answers(empty(429), ok("[]"));
        fault(CxFault.Throttled.class, this::read);
        cx.clock.advance(Duration.ofMillis(4_999));
        fault(CxFault.Throttled.class, this::read);
        assertThat(cx.requests()).hasSize(1);

        cx.clock.advance(Duration.ofMillis(1));
        read();
    }

    @Test
    void calls_shouldBeSent_whenCxAskedForNoTime() {
        cx.answers(asking(503, "0"), ok("[]"));
        fault(CxFault.Unavailable.class, this::read);

        read();
    }

    @Test
    void calls_shouldFail_whenTheLogInWasToldSo() {
        cx.answersLogIns(asking(503, "7"));
        fault(CxFault.Unavailable.class, this::read);
        cx.clock.advance(Duration.ofSeconds(2));

        fault(CxFault.Unavailable.class, this::read);

        assertThat(cx.logInRequests()).hasSize(1);
    }

    @Test
    void calls_shouldBeSent_whenTheCredentialsAreReleased() {
        cx.answers(asking(429, "7"), ok("[]"));
        fault(CxFault.Throttled.class, this::read);

        cx.client().credentials().release();
        read();
    }

    @Test
    void calls_shouldBeSent_whenTheLogInOfATestWorks() {
        cx.answers(asking(429, "7"), ok("[]"));
        fault(CxFault.Throttled.class, this::read);

        cx.client().probing().logIn(cx.connection());
        read();
    }

    @Test
    void calls_shouldFail_whenTheLogInOfATestIsToldSo() {
        read();
        cx.answersLogIns(asking(429, "7"));

        fault(CxFault.Throttled.class, () -> cx.client().probing().logIn(cx.connection()));

        fault(CxFault.Throttled.class, this::read);
    }

    @Test
    void calls_shouldBeSent_whenTheyGoToAnotherInstance() {
        cx.answers(asking(429, "7"));
        fault(CxFault.Throttled.class, this::read);

        cx.client().companies().companies(other.connection());

        assertThat(other.requests()).hasSize(1);
    }
}
