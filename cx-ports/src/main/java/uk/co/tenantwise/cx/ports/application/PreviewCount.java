package uk.co.tenantwise.cx.ports.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.co.tenantwise.cx.domain.cancellation.BankHolidays;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.SingleVisit;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.WholeRepair;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.refresh.RepairsSnapshot;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.settings.RepairsSettings;
import uk.co.tenantwise.cx.domain.visibility.VisibleRepairs;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview.Effect;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview.Effects;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview.Example;

/** Counts what new repairs settings would change. Not thread-safe; lives for one preview. */
final class PreviewCount {
    private final RepairsSettings now;
    private final RepairsSettings drafted;
    private final Instant time;
    private final BankHolidays holidays;
    private final List<Example> examples = new ArrayList<>();
    private int hiddenRepairs;
    private int hiddenAppointments;
    private int noLongerCancellable;

    PreviewCount(RepairsSettings now, RepairsSettings drafted, Instant time, BankHolidays holidays) {
        this.now = now;
        this.drafted = drafted;
        this.time = time;
        this.holidays = holidays;
    }

    void add(RepairsSnapshot snapshot) {
        VisibleRepairs after = drafted.visibility()
                .limit(snapshot.visible().repairs(), visits(snapshot.visible()).toList());
        subjects(snapshot.visible()).forEach(subject -> {
            Optional<CancellationSubject> still = after.find(target(subject));
            if (still.isEmpty()) {
                hide(snapshot, subject);
            } else if (allows(now, subject) && !allows(drafted, still.get())) {
                noLongerCancellable++;
                example(snapshot, subject, Effect.NO_LONGER_CANCELLABLE);
            }
        });
    }

    Effects effects(int customers) {
        return new Effects(customers, hiddenRepairs, hiddenAppointments, noLongerCancellable, examples);
    }

    private void hide(RepairsSnapshot snapshot, CancellationSubject subject) {
        switch (subject) {
            case WholeRepair repair -> hiddenRepairs++;
            case SingleVisit visit -> hiddenAppointments++;
        }
        example(snapshot, subject, Effect.HIDDEN);
    }

    private void example(RepairsSnapshot snapshot, CancellationSubject subject, Effect effect) {
        if (examples.size() < SettingsPreview.MAX_EXAMPLES) {
            examples.add(new Example(snapshot.contact(), target(subject), effect, start(subject)));
        }
    }

    private boolean allows(RepairsSettings settings, CancellationSubject subject) {
        return settings.cancellation().policy().decide(subject, time, holidays).allowed();
    }

    private static Stream<CancellationSubject> subjects(VisibleRepairs visible) {
        return Stream.concat(
                visible.repairs().stream()
                        .flatMap(repair -> Stream.concat(
                                Stream.<CancellationSubject>of(new WholeRepair(repair)),
                                repair.appointments().stream()
                                        .map(visit -> new SingleVisit(visit, Optional.of(repair))))),
                visible.appointments().stream().map(visit -> new SingleVisit(visit, Optional.empty())));
    }

    private static Stream<Appointment> visits(VisibleRepairs visible) {
        return Stream.concat(
                visible.repairs().stream().flatMap(repair -> repair.appointments().stream()),
                visible.appointments().stream());
    }

    private static CancellationTarget target(CancellationSubject subject) {
        return switch (subject) {
            case WholeRepair repair -> new RepairTarget(repair.whole().reference());
            case SingleVisit visit -> new AppointmentTarget(visit.visit().id());
        };
    }

    private static Optional<Instant> start(CancellationSubject subject) {
        return switch (subject) {
            case WholeRepair repair -> Optional.empty();
            case SingleVisit visit -> visit.visit().start();
        };
    }
}
