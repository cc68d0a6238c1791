package uk.co.tenantwise.cx.app.pages;

import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.NOW;
import static uk.co.tenantwise.cx.testkit.Builders.aRepair;
import static uk.co.tenantwise.cx.testkit.Builders.anAppointment;
import static uk.co.tenantwise.cx.testkit.Builders.anInspection;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.co.tenantwise.cx.domain.cancellation.BankHolidays;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.SingleVisit;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.WholeRepair;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.cancellation.RefusalReason;
import uk.co.tenantwise.cx.domain.cancellation.UkNation;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;
import uk.co.tenantwise.cx.domain.repair.MasterStatus;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.CancellationSettings;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.domain.settings.CompanyId;
import uk.co.tenantwise.cx.domain.settings.ConnectionSettings;
import uk.co.tenantwise.cx.domain.settings.CxSite;
import uk.co.tenantwise.cx.domain.settings.FieldChange;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.NoticeUnit;
import uk.co.tenantwise.cx.domain.settings.RepairsSettings;
import uk.co.tenantwise.cx.domain.settings.SettingsChange;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driving.AppointmentView;
import uk.co.tenantwise.cx.ports.driving.CustomerView;
import uk.co.tenantwise.cx.ports.driving.LadderReport;
import uk.co.tenantwise.cx.ports.driving.LadderReport.Result;
import uk.co.tenantwise.cx.ports.driving.LadderReport.Rung;
import uk.co.tenantwise.cx.ports.driving.LadderStep;
import uk.co.tenantwise.cx.ports.driving.RepairView;
import uk.co.tenantwise.cx.ports.driving.Staleness;
import uk.co.tenantwise.cx.ports.fault.FaultCode;
import uk.co.tenantwise.cx.testkit.Builders;

/** Values of the driving ports to show. Text that comes from Cx tries to break out of the page. */
final class Samples {
    /** What must never be markup on a page. */
    static final String CANARY = "<script>alert('xss')</script>\"><img src=x onerror=alert(1)>{{7*7}}";

    static final String CONTACT_LINE = "Call us on 0800 000 0000, Monday to Friday, 9am to 5pm.";
    static final BankHolidays NO_HOLIDAYS = (date, nation) -> false;
    static final RepairsSettings REPAIRS = new RepairsSettings(
            Optional.of(LocalDate.of(2026, 4, 1)),
            new CancellationSettings(
                    true,
                    1,
                    NoticeUnit.WORKING_DAYS,
                    LocalTime.of(15, 0),
                    UkNation.SCOTLAND,
                    "CAN",
                    "TEN",
                    CONTACT_LINE));
    static final IntegrationSettings SAVED = new IntegrationSettings(
            new SettingsVersion(7),
            new SettingsVersion(3),
            new ConnectionSettings(
                    true,
                    Optional.of(Builders.CONNECTION.apiUrl()),
                    Builders.CONNECTION.username(),
                    Optional.of(Builders.CONNECTION.password())),
            Optional.of(Builders.COMPANY),
            REPAIRS,
            RefreshPolicy.DEFAULT);
    static final List<Company> COMPANIES =
            List.of(Builders.COMPANY, Builders.OTHER_COMPANY, new Company(new CompanyId("3"), "", CANARY));

    private Samples() {}

    /** A customer with a repair in every state. */
    static CustomerView customer(Source source) {
        return view(
                source,
                List.of(
                        repair(aRepair()
                                .describedAs("Kitchen tap drips and the washer needs replacing")
                                .with(anAppointment())
                                .build()),
                        repair(aRepair()
                                .withReference("WO-1002")
                                .describedAs("Boiler loses pressure")
                                .inStatus("WorkInProgress", "On site - gas team")
                                .with(anAppointment().withId("APP-2").startingAt("2026-12-01T15:30"))
                                .build()),
                        repair(aRepair()
                                .withReference("WO 1003/A")
                                .describedAs("Fence panel loose after the storm")
                                .inStatus(MasterStatus.ON_HOLD)
                                .build()),
                        repair(aRepair()
                                .withReference("WO-1004")
                                .describedAs("Bathroom light does not switch on")
                                .with(anAppointment().withId("APP-4").startingAt("2026-12-02T09:00"))
                                .with(anAppointment()
                                        .withId("APP-5")
                                        .inStatus("Cancelled")
                                        .startingAt("2026-11-25T09:00"))
                                .build()),
                        repair(aRepair()
                                .withReference("WO-1005")
                                .describedAs(CANARY)
                                .inStatus("Whatever", CANARY)
                                .with(anAppointment()
                                        .withId("APP-6")
                                        .inStatus(CANARY)
                                        .withoutStart())
                                .build()),
                        repair(aRepair()
                                .withReference("WO-1006")
                                .describedAs("Gutter blocked")
                                .inStatus(MasterStatus.COMPLETE)
                                .createdOn("2026-06-02")
                                .with(anAppointment().withId("APP-7").startingAt("2026-06-20T08:00"))
                                .build()),
                        repair(aRepair()
                                .withReference("WO-1007")
                                .withoutOptionalParts()
                                .withoutCreationDate()
                                .inStatus(MasterStatus.CANCELLED)
                                .build())),
                List.of(visit(anInspection().build(), Optional.empty())));
    }

    /** A customer without anything. */
    static CustomerView nobody() {
        return view(Source.LIVE, List.of(), List.of());
    }

    static LadderReport ladder(Optional<LadderStep> failing) {
        return new LadderReport(
                Stream.of(LadderStep.values()).map(step -> rung(step, failing)).toList());
    }

    static SettingsChange change(int version) {
        return new SettingsChange(
                new SettingsVersion(version),
                NOW.minus(Duration.ofHours(8L - version)),
                CANARY,
                List.of(
                        new FieldChange("repairs.startDate", Optional.empty(), Optional.of("2026-04-01")),
                        new FieldChange("connection.password", Optional.of("set"), Optional.of("changed")),
                        new FieldChange("repairs.cancellation.contactLine", Optional.empty(), Optional.of(CANARY))));
    }

    static List<CancellationAttempt> attempts() {
        AppointmentTarget visit = new AppointmentTarget(new AppointmentId("5f1c7a52-90d2-4a3f-8a51-2a1d5ef3a001"));
        RepairTarget repair = new RepairTarget(new RepairReference("WO-1001"));
        return List.of(
                attempt(visit, new CancellationOutcome.Refused(RefusalReason.NOTICE_TOO_SHORT), "Nobody at home"),
                attempt(repair, new CancellationOutcome.Cancelled(), ""),
                attempt(repair, new CancellationOutcome.RefusedByCx(CANARY), CANARY),
                attempt(visit, new CancellationOutcome.Unknown(), "=HYPERLINK(\"bad\")"),
                attempt(visit, new CancellationOutcome.AlreadyCancelled(), "two\nlines, \"quoted\""));
    }

    static CancellationAttempt attempt(CancellationTarget target, CancellationOutcome outcome, String note) {
        return new CancellationAttempt(
                CancellationId.parse("0b6f1c7a-52d2-4a3f-8a51-2a1d5ef3a001"),
                CxSite.of(Builders.ACCESS),
                CONTACT,
                target,
                note,
                CONTACT.value(),
                NOW.minusSeconds(60),
                new SettingsVersion(7),
                outcome,
                1,
                Optional.of(NOW.minusSeconds(60)),
                0,
                outcome.isFinal() ? Optional.of(NOW) : Optional.empty());
    }

    private static Rung rung(LadderStep step, Optional<LadderStep> failing) {
        int far = failing.map(bad -> step.compareTo(bad)).orElse(-1);
        if (far < 0) {
            return new Rung(
                    step, Result.PASS, Duration.ofMillis(40L + step.name().length()), "", "");
        }
        return far == 0
                ? new Rung(
                        step,
                        Result.FAIL,
                        Duration.ofMillis(200),
                        "Cx rejected the user name or the password, or the Cx user is locked. " + CANARY,
                        "Check the user in Cx, then enter user name and password again and save the changes.")
                : new Rung(step, Result.NOT_REACHED, Duration.ZERO, "", "");
    }

    private static CustomerView view(Source source, List<RepairView> repairs, List<AppointmentView> visits) {
        boolean stale = source == Source.STALE;
        return new CustomerView(
                CONTACT,
                Optional.of(new CustomerDetails(CONTACT, Optional.of("Alex Example"), Optional.empty())),
                NOW.minus(Duration.ofMinutes(stale ? 18 * 60 : 8)),
                source,
                NOW.plusSeconds(420),
                stale ? Optional.of(new Staleness(Duration.ofHours(18), FaultCode.CX_UNREACHABLE)) : Optional.empty(),
                stale ? 1 : 0,
                repairs,
                visits);
    }

    private static RepairView repair(Repair repair) {
        return new RepairView(
                repair,
                repair.appointments().stream()
                        .map(visit -> visit(visit, Optional.of(repair)))
                        .toList(),
                REPAIRS.cancellation().policy().decide(new WholeRepair(repair), NOW, NO_HOLIDAYS));
    }

    private static AppointmentView visit(Appointment visit, Optional<Repair> repair) {
        return new AppointmentView(
                visit, REPAIRS.cancellation().policy().decide(new SingleVisit(visit, repair), NOW, NO_HOLIDAYS));
    }
}
