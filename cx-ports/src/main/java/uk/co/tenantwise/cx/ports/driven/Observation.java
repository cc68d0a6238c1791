package uk.co.tenantwise.cx.ports.driven;

import java.time.Duration;
import java.time.Instant;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Something that operators want to see in metrics, logs and health. It names no customer. */
public sealed interface Observation {
    /** What Cx was asked for: it may serve the one and not the other, for as long as it likes. */
    enum Part {
        /** Repairs and appointments, of a list or before a cancellation, and the cancellation itself. */
        REPAIRS,
        /** The details of a customer. */
        DETAILS
    }

    /**
     * Cx answered.
     *
     * @param at when
     * @param part what it was asked for
     */
    record CxAnswered(Instant at, Part part) implements Observation {}

    /**
     * Cx did not serve a request.
     *
     * @param at when
     * @param part what it was asked for
     * @param fault why
     */
    record CxFailed(Instant at, Part part, CxFault fault) implements Observation {
        /** Whether Cx has answered all the same: that it does not know a contact is no sign that something is wrong with it. */
        public boolean isAnswer() {
            return fault instanceof CxFault.NotFound;
        }
    }

    /**
     * A customer's data were served.
     *
     * @param source from where
     * @param age how old they were
     */
    record Served(Source source, Duration age) implements Observation {}

    /**
     * Rows without a usable reference were set aside.
     *
     * @param count how many, 1 or more
     */
    record RowsSetAside(int count) implements Observation {}

    /**
     * Cx sent repairs of another contact than the one asked for; they were dropped.
     *
     * @param count how many, 1 or more
     */
    record ForeignRepairsDropped(int count) implements Observation {}

    /**
     * An attempt to cancel got an outcome.
     *
     * @param outcome which
     */
    record CancellationRecorded(CancellationOutcome outcome) implements Observation {}

    /** A request was answered, but its answer could not be stored for repeats of it. */
    record AnswerNotStored() implements Observation {}
}
