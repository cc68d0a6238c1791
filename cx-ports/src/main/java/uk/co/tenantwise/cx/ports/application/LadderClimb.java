package uk.co.tenantwise.cx.ports.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import uk.co.tenantwise.cx.ports.driving.LadderReport;
import uk.co.tenantwise.cx.ports.driving.LadderReport.Result;
import uk.co.tenantwise.cx.ports.driving.LadderReport.Rung;
import uk.co.tenantwise.cx.ports.driving.LadderStep;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** One way up the ladder. After the first failure nothing more is tried. Not thread-safe; lives for one test. */
final class LadderClimb {
    private final InstantSource clock;
    private final LadderAdvice advice;
    private final Map<LadderStep, Rung> rungs = new EnumMap<>(LadderStep.class);
    private boolean failed;

    LadderClimb(InstantSource clock, LadderAdvice advice) {
        this.clock = clock;
        this.advice = advice;
    }

    void pass(LadderStep step, String remark) {
        pass(step, new LadderAdvice.Advice(remark, ""));
    }

    /** Passes, although there is something left to do. */
    void pass(LadderStep step, LadderAdvice.Advice remark) {
        if (!failed) {
            rungs.put(step, new Rung(step, Result.PASS, Duration.ZERO, remark.cause(), remark.remedy()));
        }
    }

    /** Replaces what is said about a step that was passed. */
    void remark(LadderStep step, LadderAdvice.Advice remark) {
        rungs.computeIfPresent(
                step,
                (same, rung) -> rung.result() == Result.PASS
                        ? new Rung(step, Result.PASS, rung.took(), remark.cause(), remark.remedy())
                        : rung);
    }

    void fail(LadderStep step, LadderAdvice.Advice why) {
        fail(step, why, Duration.ZERO);
    }

    void step(LadderStep step, Runnable action) {
        step(step, action, fault -> step);
    }

    /** Does a step that may, depending on how it fails, be the failure of another step. */
    void step(LadderStep step, Runnable action, Function<CxFault, LadderStep> place) {
        if (failed) {
            return;
        }
        Instant began = clock.instant();
        try {
            action.run();
            rungs.put(step, new Rung(step, Result.PASS, since(began), "", ""));
        } catch (CxFault fault) {
            LadderStep at = place.apply(fault);
            fail(at, advice.on(at, fault), since(began));
        }
    }

    LadderReport report() {
        boolean reached = true;
        for (LadderStep step : LadderStep.values()) {
            Rung rung = rungs.get(step);
            if (!reached) {
                rungs.put(step, new Rung(step, Result.NOT_REACHED, Duration.ZERO, "", ""));
            } else if (rung == null) {
                rungs.put(step, passed(step));
            } else {
                reached = rung.result() == Result.PASS;
            }
        }
        return new LadderReport(
                Arrays.stream(LadderStep.values()).map(rungs::get).toList());
    }

    /** A step that is answered by the one after it: who gets the list of companies has the permission. */
    private static Rung passed(LadderStep step) {
        return new Rung(step, Result.PASS, Duration.ZERO, "", "");
    }

    private void fail(LadderStep step, LadderAdvice.Advice why, Duration took) {
        if (!failed) {
            failed = true;
            rungs.put(step, new Rung(step, Result.FAIL, took, why.cause(), why.remedy()));
        }
    }

    private Duration since(Instant began) {
        Duration took = Duration.between(began, clock.instant());
        return took.isNegative() ? Duration.ZERO : took;
    }
}
