package uk.co.tenantwise.cx.ports.driven;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.OpenSummary;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.CxSite;

/** Stores attempts to cancel durably: what a method has returned from survives a crash (rule R6). */
public interface ForStoringCancellations {
    /**
     * Stores a new attempt together with the key of its request, both or neither. At most one open attempt exists for a target
     * of a site, and one attempt for a key of a contact; a closed attempt without a key is always stored.
     */
    NewAttempt.Result add(NewAttempt added);

    /** The attempts that have cancelled a target of a site, or found it cancelled already. */
    Set<CancellationId> cancelledBy(CxSite site, CancellationTarget target);

    /** The attempt with that identity. */
    Optional<CancellationAttempt> find(CancellationId id);

    /** The open attempt for a target of a site. */
    Optional<CancellationAttempt> findOpen(CxSite site, CancellationTarget target);

    /** The open attempts of a contact, on every site, oldest first. */
    List<CancellationAttempt> openOf(ContactReference contact);

    /**
     * When a contact has made attempts, on every site, oldest first: after {@code after}, and not after {@code until}. Cheap
     * while there is not much between them.
     */
    List<Instant> requested(ContactReference contact, Instant after, Instant until);

    /**
     * Gives an open attempt its final outcome.
     *
     * @return false, with nothing changed, when it is not open any more
     */
    boolean close(CancellationId id, CancellationOutcome outcome, Instant at);

    /**
     * The same, for an outcome that is true only when the attempt has not been sent again meanwhile.
     *
     * @param sends how often the caller believes that it was sent
     * @return false, with nothing changed, when it is not open any more or was sent by somebody else in the meantime
     */
    boolean closeUnlessSent(CancellationId id, int sends, CancellationOutcome outcome, Instant at);

    /**
     * Gives an open attempt the final outcome that somebody has found out by hand.
     *
     * @param sends how often it had been sent when they looked
     * @param by who
     * @return false, with nothing changed, when it is not open any more or was sent again meanwhile
     */
    boolean settle(CancellationId id, int sends, CancellationOutcome outcome, String by, Instant at);

    /**
     * Notes that an open attempt is about to be sent once more.
     *
     * @param sendsSoFar how often the caller believes that it was sent
     * @return false, with nothing changed, when it is not open or was sent by somebody else in the meantime
     */
    boolean noteSend(CancellationId id, int sendsSoFar, Instant at);

    /** Sets when an open attempt is due for its next check; does nothing when it is closed. */
    void checkAgain(CancellationId id, Instant at);

    /**
     * Takes open attempts whose check is due, oldest first, counts the check, and puts their next one off to
     * {@code leaseUntil}, so that nobody else takes them meanwhile.
     */
    List<CancellationAttempt> claimDue(Instant now, Instant leaseUntil, int limit);

    /**
     * Attempts, newest first, from before {@code before} when it is given.
     *
     * @param outcome the code of an outcome, to see only those
     */
    List<CancellationAttempt> list(Optional<Instant> before, Optional<String> outcome, int limit);

    /**
     * Open attempts that were requested before {@code requestedBefore} or sent as often as allowed, newest first, from
     * before {@code before} when it is given.
     */
    List<CancellationAttempt> listNeedingAttention(Instant requestedBefore, Optional<Instant> before, int limit);

    /** Counts open attempts, and those that {@link #listNeedingAttention} lists. Cheap: only open ones are looked at. */
    OpenSummary openSummary(Instant requestedBefore);

    /**
     * Deletes attempts that were closed before {@code closedBefore}, oldest first; open ones never.
     *
     * @return how many, at most {@code limit}
     */
    int forget(Instant closedBefore, int limit);
}
