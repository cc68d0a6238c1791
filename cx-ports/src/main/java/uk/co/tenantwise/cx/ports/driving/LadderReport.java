package uk.co.tenantwise.cx.ports.driving;

import java.time.Duration;
import java.util.List;

/**
 * What the connection test found, one rung for each {@link LadderStep} in their order.
 *
 * @param rungs what happened at each step
 */
public record LadderReport(List<Rung> rungs) {
    /** Copies the list. */
    public LadderReport {
        rungs = List.copyOf(rungs);
    }

    /** Whether every step passed. */
    public boolean passed() {
        return rungs.stream().allMatch(rung -> rung.result() == Result.PASS);
    }

    /** How a step ended. The names are stable codes. */
    public enum Result {
        /** It is all right. */
        PASS,
        /** It is not. */
        FAIL,
        /** An earlier step failed. */
        NOT_REACHED
    }

    /**
     * One step.
     *
     * @param step which
     * @param result how it ended
     * @param took how long it took
     * @param cause what was found; empty when there is nothing to say
     * @param remedy what to do and who does it; empty when there is nothing to do
     */
    public record Rung(LadderStep step, Result result, Duration took, String cause, String remedy) {}
}
