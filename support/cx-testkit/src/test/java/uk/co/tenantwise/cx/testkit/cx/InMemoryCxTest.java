package uk.co.tenantwise.cx.testkit.cx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.co.tenantwise.cx.testkit.Builders.ACCESS;
import static uk.co.tenantwise.cx.testkit.Builders.CONNECTION;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.aRepair;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.repair.MasterStatus;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** What tests can tell the fake to do. */
class InMemoryCxTest {
    private final CxFault down = new CxFault.Unavailable("scripted", Optional.empty());
    private static final Repair REPAIR = aRepair().build();

    private final InMemoryCx cx = new InMemoryCx();

    @Test
    void failOnce_shouldFailOneCallEach_whenQueued() {
        cx.failOnce(CxCall.COMPANIES, down);
        cx.failOnce(CxCall.COMPANIES, new CxFault.TimedOut("scripted"));

        assertThatThrownBy(() -> cx.companies(CONNECTION)).isSameAs(down);
        assertThatThrownBy(() -> cx.companies(CONNECTION)).isInstanceOf(CxFault.TimedOut.class);
        assertThat(cx.companies(CONNECTION)).hasSize(1);
        assertThat(cx.calls(CxCall.COMPANIES)).isEqualTo(3);
    }

    @Test
    void heal_shouldTakeBackFaults_whenSomeAreScripted() {
        cx.fail(CxCall.COMPANIES, down);

        cx.heal();

        assertThat(cx.companies(CONNECTION)).hasSize(1);
    }

    @Test
    void hold_shouldKeepCallsWaiting_untilOpened() {
        CallGate gate = cx.hold(CxCall.COMPANIES);
        CompletableFuture<?> call = CompletableFuture.supplyAsync(() -> cx.companies(CONNECTION));
        gate.awaitArrivals(1);
        assertThat(call).isNotDone();

        gate.open();

        assertThat(call.orTimeout(10, TimeUnit.SECONDS)).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void before_shouldRunFirst_whenACallComes() {
        cx.with(CONTACT, REPAIR);
        cx.before(CxCall.REPAIR, () -> cx.change(REPAIR.reference(), MasterStatus.WORK_IN_PROGRESS));

        assertThat(cx.repair(ACCESS, REPAIR.reference()))
                .hasValueSatisfying(
                        read -> assertThat(read.status().master()).isEqualTo(MasterStatus.WORK_IN_PROGRESS));
    }

    @Test
    void remove_shouldMakeItUnknown_whenItWasThere() {
        cx.with(CONTACT, REPAIR);

        cx.remove(REPAIR.reference());
        assertThat(cx.repair(ACCESS, REPAIR.reference())).isEmpty();

        cx.remove(CONTACT);
        assertThatThrownBy(() -> cx.customer(ACCESS, CONTACT)).isInstanceOf(CxFault.NotFound.class);
    }

    @Test
    void objectTo_shouldObject_whenTheHostIsThat() {
        cx.objectTo("cx.bad.example", "because");

        assertThat(cx.objectionTo(ApiUrl.parse("https://cx.bad.example"))).contains("because");
        assertThat(cx.objectionTo(ApiUrl.parse("https://cx.good.example"))).isEmpty();
    }
}
