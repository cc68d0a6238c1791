package uk.co.tenantwise.cx.ports.driving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;

/** What a draft of the repairs settings would do to the customers whose data are kept now. */
public sealed interface SettingsPreview {
    /**
     * What would change for them, counted over what this node keeps. Repairs that an earlier start date would bring back
     * are not among what is kept, and not counted.
     *
     * @param customers how many customers were looked at
     * @param hiddenRepairs how many of their repairs would no longer be visible
     * @param hiddenAppointments how many of their appointments would no longer be visible
     * @param noLongerCancellable how many repairs and appointments would stay visible but could no longer be cancelled
     * @param examples some of all these, at most {@value #MAX_EXAMPLES}
     */
    record Effects(
            int customers, int hiddenRepairs, int hiddenAppointments, int noLongerCancellable, List<Example> examples)
            implements SettingsPreview {
        /** Copies the list. */
        public Effects {
            examples = List.copyOf(examples);
        }

        /** Whether nobody would notice anything. */
        public boolean none() {
            return hiddenRepairs == 0 && hiddenAppointments == 0 && noLongerCancellable == 0;
        }
    }

    /**
     * The draft cannot be saved.
     *
     * @param problems what is wrong, one for each field
     */
    record Invalid(List<FieldProblem> problems) implements SettingsPreview {}

    /** The most examples that are given. */
    int MAX_EXAMPLES = 10;

    /** What would happen to one repair or appointment. */
    enum Effect {
        /** It would no longer be visible. */
        HIDDEN,
        /** It would be visible, but could no longer be cancelled. */
        NO_LONGER_CANCELLABLE
    }

    /**
     * One repair or appointment that would be affected.
     *
     * @param contact whose it is
     * @param target which
     * @param effect how
     * @param start when the appointment starts, if it is one and that is known
     */
    record Example(ContactReference contact, CancellationTarget target, Effect effect, Optional<Instant> start) {}
}
