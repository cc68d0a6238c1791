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

    private static final Duration SHORTEST_LEAD = Duration.ofSeconds(10);
    private static final Duration LONGEST_LEAD = Duration.ofMinutes(1);
    private static final Duration LONGEST_INTEREST = Duration.ofMinutes(5);

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

    /**
     * From when on repairs are retrieved ahead for a customer who has been reading lately, so that nobody waits when they
     * are due: a tenth of their time before that, 10 seconds at least and 1 minute at most.
     */
    public Instant repairsAheadAt(Instant retrievedAt) {
        return repairsDueAt(retrievedAt).minus(lead(repairsMinutes));
    }

    /** The same for customer details. */
    public Instant customerAheadAt(Instant retrievedAt) {
        return customerDueAt(retrievedAt).minus(lead(customerMinutes));
    }

    /** How long after a read a customer counts as active: half the time of repairs, at most 5 minutes. */
    public Duration interest() {
        return shorter(Duration.ofMinutes(repairsMinutes).dividedBy(2), LONGEST_INTEREST);
    }

    private static Duration lead(int minutes) {
        Duration tenth = Duration.ofMinutes(minutes).dividedBy(10);
        return tenth.compareTo(SHORTEST_LEAD) < 0 ? SHORTEST_LEAD : shorter(tenth, LONGEST_LEAD);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void check(String what, int minutes) {
        if (minutes < MIN_MINUTES || minutes > MAX_MINUTES) {
            throw new IllegalArgumentException(
                    what + " must be " + MIN_MINUTES + " to " + MAX_MINUTES + " minutes, was " + minutes);
        }
    }
}
