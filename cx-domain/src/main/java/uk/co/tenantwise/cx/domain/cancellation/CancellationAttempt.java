package uk.co.tenantwise.cx.domain.cancellation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.CxSite;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;

/**
 * One attempt of a customer to cancel, as it is recorded (rule R6). It is open while its outcome is UNKNOWN.
 *
 * @param id its identity
 * @param site where the target is known
 * @param contact whose attempt it is
 * @param target what is to be cancelled
 * @param note what the customer wrote, may be empty
 * @param requestedBy who asked: the customer or the portal
 * @param requestedAt when
 * @param policy the version of the settings that the attempt was decided with
 * @param outcome what became of it so far
 * @param sends how often the cancellation was sent to Cx, or was about to be, 0 or more
 * @param lastSentAt when it was last sent, if ever
 * @param checks how often the record was read again in the background, 0 or more
 * @param closedAt when its outcome became final
 * @param settledBy the administrator who recorded its outcome by hand, when that is how it became final
 * @param facts what its target is known by
 */
public record CancellationAttempt(
        CancellationId id,
        CxSite site,
        ContactReference contact,
        CancellationTarget target,
        String note,
        String requestedBy,
        Instant requestedAt,
        SettingsVersion policy,
        CancellationOutcome outcome,
        int sends,
        Optional<Instant> lastSentAt,
        int checks,
        Optional<Instant> closedAt,
        Optional<String> settledBy,
        TargetFacts facts) {
    /** After so many sends that came to nothing it is not sent again: a person has to look at it. */
    public static final int MAX_SENDS = 3;

    /** One that nobody has settled by hand, and of whose target nothing is known. */
    public CancellationAttempt(
            CancellationId id,
            CxSite site,
            ContactReference contact,
            CancellationTarget target,
            String note,
            String requestedBy,
            Instant requestedAt,
            SettingsVersion policy,
            CancellationOutcome outcome,
            int sends,
            Optional<Instant> lastSentAt,
            int checks,
            Optional<Instant> closedAt) {
        this(
                id,
                site,
                contact,
                target,
                note,
                requestedBy,
                requestedAt,
                policy,
                outcome,
                sends,
                lastSentAt,
                checks,
                closedAt,
                Optional.empty(),
                TargetFacts.NONE);
    }

    /** Whether something may still happen to it. */
    public boolean isOpen() {
        return !outcome.isFinal();
    }

    /**
     * Whether an administrator has to look at it: it is open, and was requested longer than {@code bound} ago or sent as
     * often as allowed.
     */
    public boolean needsAttention(Instant now, Duration bound) {
        return isOpen() && (requestedAt.isBefore(now.minus(bound)) || sends >= MAX_SENDS);
    }

    /** This attempt, of a target that is known by {@code known}. */
    public CancellationAttempt concerning(TargetFacts known) {
        return with(outcome, sends, lastSentAt, checks, closedAt, settledBy, known);
    }

    /** This attempt with its final outcome. */
    public CancellationAttempt closed(CancellationOutcome result, Instant at) {
        return with(result, sends, lastSentAt, checks, Optional.of(at), settledBy, facts);
    }

    /** This attempt with the outcome that an administrator has recorded by hand. */
    public CancellationAttempt settled(CancellationOutcome result, String by, Instant at) {
        return with(result, sends, lastSentAt, checks, Optional.of(at), Optional.of(by), facts);
    }

    /** This attempt after one more send. */
    public CancellationAttempt sent(Instant at) {
        return with(outcome, sends + 1, Optional.of(at), checks, closedAt, settledBy, facts);
    }

    /** This attempt after one more check. */
    public CancellationAttempt checked() {
        return with(outcome, sends, lastSentAt, checks + 1, closedAt, settledBy, facts);
    }

    private CancellationAttempt with(
            CancellationOutcome itsOutcome,
            int itsSends,
            Optional<Instant> sentAt,
            int itsChecks,
            Optional<Instant> closed,
            Optional<String> by,
            TargetFacts known) {
        return new CancellationAttempt(
                id,
                site,
                contact,
                target,
                note,
                requestedBy,
                requestedAt,
                policy,
                itsOutcome,
                itsSends,
                sentAt,
                itsChecks,
                closed,
                by,
                known);
    }
}
