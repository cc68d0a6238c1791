package uk.co.tenantwise.cx.domain.settings;

import static uk.co.tenantwise.cx.domain.refresh.RefreshPolicy.MAX_MINUTES;
import static uk.co.tenantwise.cx.domain.refresh.RefreshPolicy.MIN_MINUTES;

import java.util.Optional;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;

/**
 * The refresh times as an administrator entered them.
 *
 * @param repairsMinutes required, 1 to 1440
 * @param customerMinutes required, 1 to 1440
 */
public record RefreshDraft(Optional<Integer> repairsMinutes, Optional<Integer> customerMinutes) {
    /** Checks both fields. */
    public Checked<RefreshPolicy> check() {
        Checks checks = new Checks();
        Optional<Integer> repairs =
                checks.number("repairsMinutes", repairsMinutes, MIN_MINUTES, MAX_MINUTES, "minutes");
        Optional<Integer> customer =
                checks.number("customerMinutes", customerMinutes, MIN_MINUTES, MAX_MINUTES, "minutes");
        return checks.result(() -> new RefreshPolicy(repairs.orElseThrow(), customer.orElseThrow()));
    }
}
