package uk.co.tenantwise.cx.ports.application;

import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.settings.CxSite;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.ports.driven.ForStoringCancellations;
import uk.co.tenantwise.cx.ports.driven.ForStoringSettings;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.driving.ForSettlingCancellations;
import uk.co.tenantwise.cx.ports.driving.SettleCommand;
import uk.co.tenantwise.cx.ports.driving.SettleCommand.Finding;
import uk.co.tenantwise.cx.ports.driving.SettleResult;

/** Closes attempts with what an administrator found in Cx, unless the attempt may still take effect or was sent again. */
final class SettlingCancellations implements ForSettlingCancellations {
    private final ForStoringSettings settingsStore;
    private final ForStoringCancellations cancellations;
    private final Snapshots snapshots;
    private final Surroundings surroundings;
    private final Limits limits;
    private final OneAtATime perCustomer;

    SettlingCancellations(
            StorePorts stores, Snapshots snapshots, Surroundings surroundings, Limits limits, OneAtATime perCustomer) {
        this.settingsStore = stores.settings();
        this.cancellations = stores.cancellations();
        this.snapshots = snapshots;
        this.surroundings = surroundings;
        this.limits = limits;
        this.perCustomer = perCustomer;
    }

    @Override
    public SettleResult settle(SettleCommand command) {
        return cancellations
                .find(command.attempt())
                .map(attempt -> perCustomer.run(attempt.contact(), () -> settleInTurn(command)))
                .orElseGet(SettleResult.NoSuchAttempt::new);
    }

    private SettleResult settleInTurn(SettleCommand command) {
        return cancellations
                .find(command.attempt())
                .map(attempt -> settle(attempt, command))
                .orElseGet(SettleResult.NoSuchAttempt::new);
    }

    private SettleResult settle(CancellationAttempt attempt, SettleCommand command) {
        Instant now = surroundings.clock().instant();
        if (!attempt.isOpen()) {
            return new SettleResult.ClosedAlready(attempt);
        }
        if (!attempt.needsAttention(now, limits.attention())) {
            return new SettleResult.NoNeed();
        }
        if (attempt.sends() != command.sends()) {
            return new SettleResult.SentAgain();
        }
        Optional<Instant> until =
                attempt.lastSentAt().map(sent -> sent.plus(limits.settle())).filter(now::isBefore);
        return until.<SettleResult>map(SettleResult.SentJustNow::new).orElseGet(() -> close(attempt, command, now));
    }

    private SettleResult close(CancellationAttempt attempt, SettleCommand command, Instant now) {
        CancellationOutcome outcome = outcome(command.finding());
        if (!cancellations.settle(attempt.id(), command.sends(), outcome, command.by(), now)) {
            return cancellations
                    .find(attempt.id())
                    .filter(changed -> !changed.isOpen())
                    .<SettleResult>map(SettleResult.ClosedAlready::new)
                    .orElseGet(SettleResult.SentAgain::new);
        }
        surroundings.observer().observe(new Observation.CancellationRecorded(outcome));
        if (command.finding() == Finding.CANCELLED) {
            showAsCancelled(attempt);
        }
        return new SettleResult.Settled(attempt.settled(outcome, command.by(), now));
    }

    /** What Cx says is left out: the customer reads it, and Cx has said nothing. */
    private static CancellationOutcome outcome(Finding finding) {
        return switch (finding) {
            case CANCELLED -> new CancellationOutcome.Cancelled();
            case NOT_CANCELLED -> new CancellationOutcome.RefusedByCx("");
        };
    }

    private void showAsCancelled(CancellationAttempt attempt) {
        IntegrationSettings settings = settingsStore.current();
        settings.access()
                .filter(access -> CxSite.of(access).equals(attempt.site()))
                .ifPresent(access -> snapshots.retrieveAfterChange(
                        settings, access, attempt.contact(), visible -> visible.afterCancelling(attempt.target())));
    }
}
