package uk.co.tenantwise.cx.ports.application;

import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.BankHolidays;
import uk.co.tenantwise.cx.domain.cancellation.CancellationPolicy;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.SingleVisit;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.WholeRepair;
import uk.co.tenantwise.cx.domain.refresh.RepairsSnapshot;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.ports.driving.AppointmentView;
import uk.co.tenantwise.cx.ports.driving.CustomerView;
import uk.co.tenantwise.cx.ports.driving.RepairView;
import uk.co.tenantwise.cx.ports.driving.Staleness;

/** Adds to a snapshot what the customer may do now: decisions are made at the time of the answer (rule R5). */
final class Presenting {
    private final BankHolidays holidays;

    Presenting(BankHolidays holidays) {
        this.holidays = holidays;
    }

    CustomerView view(
            IntegrationSettings settings,
            RepairsSnapshot snapshot,
            Optional<CustomerDetails> details,
            Source source,
            Optional<Staleness> staleness,
            Instant now) {
        CancellationPolicy policy = settings.repairs().cancellation().policy();
        return new CustomerView(
                snapshot.contact(),
                details,
                snapshot.retrievedAt(),
                source,
                settings.refresh().repairsDueAt(snapshot.retrievedAt()),
                staleness,
                snapshot.setAside(),
                snapshot.visible().repairs().stream()
                        .map(repair -> view(repair, policy, now))
                        .toList(),
                snapshot.visible().appointments().stream()
                        .map(visit -> view(visit, Optional.empty(), policy, now))
                        .toList());
    }

    private RepairView view(Repair repair, CancellationPolicy policy, Instant now) {
        return new RepairView(
                repair,
                repair.appointments().stream()
                        .map(visit -> view(visit, Optional.of(repair), policy, now))
                        .toList(),
                policy.decide(new WholeRepair(repair), now, holidays));
    }

    private AppointmentView view(Appointment visit, Optional<Repair> repair, CancellationPolicy policy, Instant now) {
        return new AppointmentView(visit, policy.decide(new SingleVisit(visit, repair), now, holidays));
    }
}
