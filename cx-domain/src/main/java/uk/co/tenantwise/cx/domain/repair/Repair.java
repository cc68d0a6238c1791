package uk.co.tenantwise.cx.domain.repair;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One repair, in Cx a works order, with the visits that belong to it.
 *
 * @param reference its reference, unique within the company
 * @param uid the identity that Cx wants when it is cancelled; empty when Cx sent none or the all-zero GUID
 * @param contact whose repair Cx says it is, when it says so
 * @param description what is to be done, in the landlord's words; may be empty
 * @param createdOn the UK date of its creation, which the repairs start date is compared with; empty when Cx gave none
 *     or one that cannot be read
 * @param status how far it has got
 * @param priority the site's word for its urgency
 * @param contractor who does the work
 * @param address where
 * @param invoiced whether any of its tasks is invoiced
 * @param appointments its visits, in the order of their start
 */
public record Repair(
        RepairReference reference,
        Optional<UUID> uid,
        Optional<ContactReference> contact,
        String description,
        Optional<LocalDate> createdOn,
        RepairStatus status,
        Optional<String> priority,
        Optional<String> contractor,
        Optional<String> address,
        boolean invoiced,
        List<Appointment> appointments) {

    /** @throws IllegalArgumentException when an appointment belongs to another repair or to none */
    public Repair {
        appointments = List.copyOf(appointments);
        for (Appointment appointment : appointments) {
            if (!appointment.isOf(reference)) {
                throw new IllegalArgumentException(
                        "appointment " + appointment.id() + " must belong to repair " + reference);
            }
        }
    }

    /** This repair with those visits instead of its present ones. */
    public Repair withAppointments(List<Appointment> visits) {
        return with(status, visits);
    }

    /** This repair in another status. */
    public Repair withStatus(RepairStatus other) {
        return with(other, appointments);
    }

    /** This repair with {@code visit} in the place of the one with the same identity, unchanged when there is none. */
    public Repair with(Appointment visit) {
        return withAppointments(appointments.stream()
                .map(each -> each.id().equals(visit.id()) ? visit : each)
                .toList());
    }

    private Repair with(RepairStatus itsStatus, List<Appointment> visits) {
        return new Repair(
                reference,
                uid,
                contact,
                description,
                createdOn,
                itsStatus,
                priority,
                contractor,
                address,
                invoiced,
                visits);
    }
}
