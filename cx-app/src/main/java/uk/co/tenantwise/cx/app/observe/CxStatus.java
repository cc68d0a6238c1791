package uk.co.tenantwise.cx.app.observe;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

/** How Cx has been doing since this node started. Thread-safe. */
@Singleton
public final class CxStatus {
    private final AtomicReference<State> state =
            new AtomicReference<>(new State(false, Optional.empty(), Optional.empty(), Optional.empty()));

    /**
     * What is known.
     *
     * @param failing whether the last thing that happened is that Cx did not answer
     * @param lastAnswer when Cx last answered
     * @param lastFailure when it last did not
     * @param lastFault why it did not
     */
    public record State(
            boolean failing,
            Optional<Instant> lastAnswer,
            Optional<Instant> lastFailure,
            Optional<FaultCode> lastFault) {}

    /** What is known now. */
    public State now() {
        return state.get();
    }

    void answered(Observation.CxAnswered answer) {
        state.updateAndGet(was -> new State(false, Optional.of(answer.at()), was.lastFailure(), was.lastFault()));
    }

    void failed(Observation.CxFailed failure) {
        state.updateAndGet(was -> new State(
                true,
                was.lastAnswer(),
                Optional.of(failure.at()),
                Optional.of(failure.fault().code())));
    }
}
