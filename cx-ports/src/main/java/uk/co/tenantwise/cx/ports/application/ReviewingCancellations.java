package uk.co.tenantwise.cx.ports.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.OpenSummary;
import uk.co.tenantwise.cx.ports.driven.ForStoringCancellations;
import uk.co.tenantwise.cx.ports.driving.ForReviewingCancellations;

/** Shows administrators the record of attempts, and which of them have waited too long for an outcome. */
final class ReviewingCancellations implements ForReviewingCancellations {
    private final ForStoringCancellations cancellations;
    private final InstantSource clock;
    private final Duration bound;

    ReviewingCancellations(StorePorts stores, Surroundings surroundings, Limits limits) {
        this.cancellations = stores.cancellations();
        this.clock = surroundings.clock();
        this.bound = limits.attention();
    }

    @Override
    public List<CancellationAttempt> attempts(Optional<Instant> before, Optional<String> outcome, int limit) {
        return cancellations.list(before, outcome, limit);
    }

    @Override
    public List<CancellationAttempt> needingAttention(Optional<Instant> before, int limit) {
        return cancellations.listNeedingAttention(clock.instant().minus(bound), before, limit);
    }

    @Override
    public boolean needsAttention(CancellationAttempt attempt) {
        return attempt.needsAttention(clock.instant(), bound);
    }

    @Override
    public Optional<CancellationAttempt> find(CancellationId id) {
        return cancellations.find(id);
    }

    @Override
    public OpenSummary open() {
        return cancellations.openSummary(clock.instant().minus(bound));
    }
}
