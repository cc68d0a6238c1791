package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.adapter.http.Answers.empty;
import static uk.co.tenantwise.cx.adapter.http.Faults.fault;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Promise R4: retries add a fifth of the calls at most, however much fails. */
class RetryBudgetTest {
    @RegisterExtension
    final StubCx cx = StubCx.plain();

    private final Tally tally = new Tally();
    private final RetryBudget budget = new RetryBudget(tally);

    private int paid(int reads) {
        int paid = 0;
        for (int i = 0; i < reads; i++) {
            budget.earn();
            paid += budget.pay() ? 1 : 0;
        }
        return paid;
    }

    @Test
    void budget_shouldPayForAFifthAndThreeMore_whenEverythingFails() {
        assertThat(paid(1_000)).isEqualTo(200 + 3);
        assertThat(tally.retries().sum()).isEqualTo(203);
    }

    @Test
    void budget_shouldSaveUpTenAtMost_whenNothingFails() {
        for (int i = 0; i < 1_000; i++) {
            budget.earn();
        }

        int paid = 0;
        while (budget.pay()) {
            paid++;
        }
        assertThat(paid).isEqualTo(10);
    }

    @Test
    void cx_shouldGetNoMoreThanAFifthMore_whenItFailsForAMinute() {
        cx.answers(empty(500));
        int reads = 0;
        for (int second = 0; second < 60; second++) {
            for (int i = 0; i < 2; i++) {
                fault(CxFault.Unavailable.class, () -> cx.client().companies().companies(cx.connection()));
                reads++;
            }
            cx.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(cx.requests().size() + cx.logInRequests().size()).isLessThanOrEqualTo(reads * 12 / 10 + 3 + 1);
        assertThat(cx.client().traffic().retries()).isGreaterThan(0);
    }
}
