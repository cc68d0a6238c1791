package uk.co.tenantwise.cx.domain.refresh;

import java.time.Duration;
import java.time.Instant;

/**
 * After how many minutes data are retrieved again (rule R7). At exactly that age they are due.
 *
 * @param repairsMinutes for repairs and appointments, {@value #MIN_MINUTES} to {@value #MAX_MINUTES}
 * @param customerMinutes for customer details, {@value #MIN_MINUTES} to {@value #MAX_MINUTES}
 */
public record RefreshPolicy(int repairsMinutes, int customerMinutes) {
    /** The shortest time, in minutes. */
    public static final int MIN_MINUTES = 1;
    /** The longest time, in minutes: a day. */
    public static final int MAX_MINUTES = 1440;
    /** 15 minutes for both, as the owner's manual recommends. */
    public static final RefreshPolicy DEFAULT = new RefreshPolicy(15, 15);

    /** @throws IllegalArgumentException when a time is out of range */
    public RefreshPolicy {
        check("repairs refresh", repairsMinutes);
        check("customer refresh", customerMinutes);
    }

    /** When repairs that were retrieved at {@code retrievedAt} are due again. */
    public Instant repairsDueAt(Instant retrievedAt) {
        return retrievedAt.plus(Duration.ofMinutes(repairsMinutes));
    }

    /** When customer details that were retrieved at {@code retrievedAt} are due again. */
    public Instant customerDueAt(Instant retrievedAt) {
        return retrievedAt.plus(Duration.ofMinutes(customerMinutes));
    }

    private static void check(String what, int minutes) {
        if (minutes < MIN_MINUTES || minutes > MAX_MINUTES) {
            throw new IllegalArgumentException(
                    what + " must be " + MIN_MINUTES + " to " + MAX_MINUTES + " minutes, was " + minutes);
        }
    }
}
