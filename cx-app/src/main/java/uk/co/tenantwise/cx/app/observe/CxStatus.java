package uk.co.tenantwise.cx.app.observe;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

/**
 * How Cx has been doing since this node started. What fails is failing until the same is answered: Cx that serves the details
 * of customers and not their repairs is failing, whichever of them was asked for last. Thread-safe.
 */
@Singleton
public final class CxStatus {
    private final AtomicReference<State> state =
            new AtomicReference<>(new State(Set.of(), Optional.empty(), Optional.empty(), Optional.empty()));

    /**
     * What is known.
     *
     * @param failingParts those that Cx did not serve when it was last asked for them
     * @param lastAnswer when Cx last answered
     * @param lastFailure when it last did not
     * @param lastFault why it did not
     */
    public record State(
            Set<Observation.Part> failingParts,
            Optional<Instant> lastAnswer,
            Optional<Instant> lastFailure,
            Optional<FaultCode> lastFault) {
        /** A copy of its parts. */
        public State {
            failingParts = Set.copyOf(failingParts);
        }

        /** Whether there is anything that Cx did not serve when it was last asked for it. */
        public boolean failing() {
            return !failingParts.isEmpty();
        }
    }

    /** What is known now. */
    public State now() {
        return state.get();
    }

    void answered(Observation.CxAnswered answer) {
        state.updateAndGet(was -> new State(
                was.failingParts().stream()
                        .filter(part -> part != answer.part())
                        .collect(Collectors.toUnmodifiableSet()),
                Optional.of(answer.at()),
                was.lastFailure(),
                was.lastFault()));
    }

    void failed(Observation.CxFailed failure) {
        state.updateAndGet(was -> new State(
                Stream.concat(was.failingParts().stream(), Stream.of(failure.part()))
                        .collect(Collectors.toUnmodifiableSet()),
                was.lastAnswer(),
                Optional.of(failure.at()),
                Optional.of(failure.fault().code())));
    }
}
