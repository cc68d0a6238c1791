package uk.co.tenantwise.cx.ports.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.ports.driven.ForStoringCancellations;
import uk.co.tenantwise.cx.ports.driving.ForResolvingCancellations;

/**
 * Looks after open attempts in the background: soon at first, then less and less often, but twice a minute at least
 * until so much time has passed that an administrator is asked to look: Cx may be back at any moment.
 */
final class ResolvingCancellations implements ForResolvingCancellations {
    private static final int BATCH = 20;
    /**
     * In settling times, each of which is longer than two calls to Cx. Working on an attempt takes six calls at most: two to
     * read the record, the cancellation itself, two to look it up and one to refresh the snapshot.
     */
    private static final int SETTLING_TIMES_OF_A_LEASE = 3;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE_OF_OLD_ONES = Duration.ofMinutes(5);

    private final CancelResolving resolving;
    private final ForStoringCancellations cancellations;
    private final Surroundings surroundings;
    private final OneAtATime perCustomer;
    private final Duration lease;
    private final Duration attention;

    ResolvingCancellations(
            CancelResolving resolving,
            StorePorts stores,
            Surroundings surroundings,
            OneAtATime perCustomer,
            Limits limits) {
        this.resolving = resolving;
        this.cancellations = stores.cancellations();
        this.surroundings = surroundings;
        this.perCustomer = perCustomer;
        this.lease = limits.settle().multipliedBy(SETTLING_TIMES_OF_A_LEASE);
        this.attention = limits.attention();
    }

    @Override
    public int resolveDue() {
        Instant now = surroundings.clock().instant();
        List<CompletableFuture<Boolean>> checks = cancellations.claimDue(now, now.plus(lease), BATCH).stream()
                .map(attempt -> CompletableFuture.supplyAsync(
                        () -> perCustomer
                                .runIfFree(attempt.contact(), () -> check(attempt))
                                .orElseGet(() -> later(attempt)),
                        surroundings.executor()))
                .toList();
        return (int) checks.stream().filter(CompletableFuture::join).count();
    }

    /** The customer is cancelling something right now: others must not wait for that. */
    private boolean later(CancellationAttempt attempt) {
        cancellations.checkAgain(attempt.id(), surroundings.clock().instant().plus(FIRST_PAUSE));
        return false;
    }

    private boolean check(CancellationAttempt claimed) {
        return cancellations
                .find(claimed.id())
                .filter(CancellationAttempt::isOpen)
                .map(attempt -> {
                    boolean resolved = resolving.resolve(attempt).isFinal();
                    if (!resolved) {
                        Instant now = surroundings.clock().instant();
                        cancellations.checkAgain(attempt.id(), now.plus(pause(attempt, now)));
                    }
                    return resolved;
                })
                .orElse(false);
    }

    /** 2 seconds after the first check, then twice as long each time up to the longest. */
    private Duration pause(CancellationAttempt attempt, Instant now) {
        boolean old = attempt.requestedAt().isBefore(now.minus(attention));
        Duration longest = old ? LONGEST_PAUSE_OF_OLD_ONES : LONGEST_PAUSE;
        int doublings = Math.max(0, Math.min(attempt.checks() - 1, 20));
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
