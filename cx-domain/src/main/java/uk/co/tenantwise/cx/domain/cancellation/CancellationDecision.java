package uk.co.tenantwise.cx.domain.cancellation;

import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.wording.Wording;

/** Whether a customer may cancel, decided by {@link CancellationPolicy} (rule R5). */
public sealed interface CancellationDecision {
    /** What was decided about. */
    SubjectKind subject();

    /**
     * The first instant at which cancelling is no longer allowed. Empty when there is no notice to keep or when the
     * decision was made for a reason that has nothing to do with time.
     */
    Optional<Instant> cancelBy();

    /** Whether cancelling is allowed. */
    default boolean allowed() {
        return this instanceof Allowed;
    }

    /** The decision in plain English, with what to do instead when it is a refusal. */
    default String message() {
        return Wording.ENGLISH.of(this);
    }

    /** Whether a repair as a whole or one visit is to be cancelled. */
    enum SubjectKind {
        /** A repair with all its visits. */
        REPAIR,
        /** One visit. */
        APPOINTMENT
    }

    /**
     * The customer may cancel now.
     *
     * @param subject what may be cancelled
     * @param cancelBy until when, if there is a notice to keep
     */
    record Allowed(SubjectKind subject, Optional<Instant> cancelBy) implements CancellationDecision {}

    /**
     * The customer may not cancel.
     *
     * @param subject what may not be cancelled
     * @param reason why
     * @param cancelBy the deadline that has passed, when the reason is a matter of time
     * @param instead what to do instead: the landlord's contact line, may be empty
     */
    record Refused(SubjectKind subject, RefusalReason reason, Optional<Instant> cancelBy, String instead)
            implements CancellationDecision {}
}
