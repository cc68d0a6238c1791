package uk.co.tenantwise.cx.app.json;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.ports.driving.LadderReport;

/**
 * What the connection test found.
 *
 * @param passed whether every step passed
 * @param steps all of them, in their order
 */
@Serdeable.Serializable
public record LadderJson(boolean passed, List<Step> steps) {
    /**
     * One step.
     *
     * @param step the name of a {@link uk.co.tenantwise.cx.ports.driving.LadderStep}
     * @param result {@code PASS}, {@code FAIL} or {@code NOT_REACHED}
     * @param millis how long it took
     * @param cause what was found, null when there is nothing to say
     * @param remedy what to do, null when there is nothing to do
     */
    @Serdeable.Serializable
    public record Step(
            String step,
            String result,
            long millis,
            @Nullable String cause,
            @Nullable String remedy) {
        static Step of(LadderReport.Rung rung) {
            return new Step(
                    rung.step().name(),
                    rung.result().name(),
                    rung.took().toMillis(),
                    rung.cause().isEmpty() ? null : rung.cause(),
                    rung.remedy().isEmpty() ? null : rung.remedy());
        }
    }

    /** What {@code report} looks like. */
    public static LadderJson of(LadderReport report) {
        return new LadderJson(
                report.passed(), report.rungs().stream().map(Step::of).toList());
    }
}
