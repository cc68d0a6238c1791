package uk.co.tenantwise.cx.ports.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.refresh.DetailsSnapshot;
import uk.co.tenantwise.cx.domain.refresh.RepairsSnapshot;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.visibility.VisibilityPolicy;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.driven.Rows;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Reads live from Cx, and never trusts an answer more than it deserves (rules R3 and R8). */
final class Retrieving {
    private final CxPorts cx;
    private final Surroundings surroundings;

    Retrieving(CxPorts cx, Surroundings surroundings) {
        this.cx = cx;
        this.surroundings = surroundings;
    }

    /** All repairs and appointments of a customer, both or neither. */
    RepairsSnapshot repairs(CxAccess access, ContactReference contact, VisibilityPolicy visibility) {
        Instant began = surroundings.clock().instant();
        return observed(Observation.Part.REPAIRS, () -> {
            CompletableFuture<Rows<Appointment>> reading =
                    start(() -> cx.appointments().appointmentsOf(access, contact));
            Rows<Repair> repairs = cx.repairs().repairsOf(access, contact, visibility.startDate());
            Rows<Appointment> visits = await(reading);
            report(repairs.setAside() + visits.setAside());
            return new RepairsSnapshot(
                    contact,
                    visibility,
                    visibility.limit(own(repairs.rows(), contact), ownVisits(visits.rows(), repairs.rows(), contact)),
                    repairs.setAside() + visits.setAside(),
                    began);
        });
    }

    /** The details of a customer. */
    DetailsSnapshot details(CxAccess access, ContactReference contact) {
        Instant began = surroundings.clock().instant();
        return observed(
                Observation.Part.DETAILS,
                () -> new DetailsSnapshot(cx.customers().customer(access, contact), began));
    }

    /**
     * What a customer wants to cancel, read live: the works order and its appointments. Empty when there is no such
     * thing, when it is somebody else's, or when {@code visibility} hides it.
     */
    Optional<CancellationSubject> subject(
            CxAccess access, ContactReference contact, CancellationTarget target, VisibilityPolicy visibility) {
        return observed(Observation.Part.REPAIRS, () -> {
            try {
                return switch (target) {
                    case RepairTarget wanted -> {
                        CompletableFuture<Rows<Appointment>> reading =
                                start(() -> cx.appointments().appointmentsOf(access, contact));
                        Optional<Repair> repair = ownRepair(access, contact, wanted.reference());
                        List<Appointment> visits = await(reading).rows();
                        yield visibility.limit(repair.stream().toList(), visits).find(target);
                    }
                    case AppointmentTarget wanted -> {
                        List<Appointment> visits = cx.appointments()
                                .appointmentsOf(access, contact)
                                .rows();
                        List<Repair> repairs = visits.stream()
                                .filter(visit -> visit.id().equals(wanted.id()))
                                .flatMap(visit -> visit.repair().stream())
                                .distinct()
                                .flatMap(reference -> ownRepair(access, contact, reference).stream())
                                .toList();
                        yield visibility.limit(repairs, visits).find(target);
                    }
                };
            } catch (CxFault.NotFound unknownContact) {
                return Optional.empty();
            }
        });
    }

    /**
     * A repair that is provably the contact's own. When the single record does not say whose it is, the contact's own
     * list has to name it.
     */
    private Optional<Repair> ownRepair(CxAccess access, ContactReference contact, RepairReference reference) {
        Optional<Repair> repair = cx.repairs().repair(access, reference);
        if (repair.isPresent() && repair.get().contact().isEmpty()) {
            boolean listed = cx.repairs().repairsOf(access, contact, Optional.empty()).rows().stream()
                    .anyMatch(row -> row.reference().equals(reference));
            return listed ? repair : Optional.empty();
        }
        return repair.filter(found -> found.contact().equals(Optional.of(contact)));
    }

    private List<Repair> own(List<Repair> rows, ContactReference contact) {
        List<Repair> own = rows.stream().filter(row -> isOwn(row, contact)).toList();
        if (own.size() < rows.size()) {
            surroundings.observer().observe(new Observation.ForeignRepairsDropped(rows.size() - own.size()));
        }
        return own;
    }

    /** Visits of repairs that were dropped as somebody else's go with them. */
    private static List<Appointment> ownVisits(List<Appointment> visits, List<Repair> rows, ContactReference contact) {
        Set<RepairReference> foreign = rows.stream()
                .filter(row -> !isOwn(row, contact))
                .map(Repair::reference)
                .collect(Collectors.toSet());
        return visits.stream()
                .filter(visit -> visit.repair().filter(foreign::contains).isEmpty())
                .toList();
    }

    private static boolean isOwn(Repair row, ContactReference contact) {
        return row.contact().filter(owner -> !owner.equals(contact)).isEmpty();
    }

    private void report(int setAside) {
        if (setAside > 0) {
            surroundings.observer().observe(new Observation.RowsSetAside(setAside));
        }
    }

    private <T> T observed(Observation.Part part, Supplier<T> call) {
        try {
            T result = call.get();
            surroundings
                    .observer()
                    .observe(new Observation.CxAnswered(surroundings.clock().instant(), part));
            return result;
        } catch (CxFault fault) {
            surroundings
                    .observer()
                    .observe(new Observation.CxFailed(surroundings.clock().instant(), part, fault));
            throw fault;
        }
    }

    private <T> CompletableFuture<T> start(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, surroundings.executor());
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
