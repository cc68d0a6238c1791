package uk.co.tenantwise.cx.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision;
import uk.co.tenantwise.cx.domain.cancellation.CancellationPolicy;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.WholeRepair;
import uk.co.tenantwise.cx.domain.cancellation.Notice;
import uk.co.tenantwise.cx.domain.cancellation.NoticePolicy;
import uk.co.tenantwise.cx.domain.cancellation.UkNation;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.AppointmentKind;
import uk.co.tenantwise.cx.domain.repair.AppointmentStatus;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.repair.RepairStatus;

/** What one decision about a repair with one booked visit costs; run with {@code -prof gc} to see what it allocates. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {
    /** The kind of notice. */
    @Param({"CALENDAR", "WORKING"})
    public String notice = "CALENDAR";

    private final Instant now = Instant.parse("2026-12-01T12:00:00Z");
    private CancellationPolicy policy = CancellationPolicy.DEFAULT;
    private CancellationSubject subject = new WholeRepair(repair());

    /** Chooses the policy. */
    @Setup
    public void choose() {
        Notice days = notice.equals("WORKING")
                ? new Notice.WorkingDays(3, UkNation.ENGLAND_AND_WALES)
                : new Notice.CalendarDays(1);
        policy = new CancellationPolicy(true, new NoticePolicy(days, LocalTime.MIDNIGHT), "Call us.");
        subject = new WholeRepair(repair());
    }

    /** Decides. */
    @Benchmark
    public CancellationDecision decide() {
        return policy.decide(subject, now, (date, nation) -> false);
    }

    private static Repair repair() {
        RepairReference reference = new RepairReference("WO-1");
        Appointment visit = new Appointment(
                new AppointmentId("APP-1"),
                AppointmentKind.ORDER,
                Optional.of(reference),
                AppointmentStatus.BOOKED,
                Optional.of(Instant.parse("2026-12-09T10:00:00Z")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Repair(
                reference,
                Optional.empty(),
                Optional.empty(),
                "Tap drips",
                Optional.of(LocalDate.of(2026, 11, 20)),
                RepairStatus.of("Issued", ""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(visit));
    }
}
