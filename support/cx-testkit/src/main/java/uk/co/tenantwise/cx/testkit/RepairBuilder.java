package uk.co.tenantwise.cx.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.MasterStatus;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.repair.RepairStatus;

/** Builds repairs; see {@link Builders#aRepair()} for the defaults. Each method changes and returns this builder. */
public final class RepairBuilder {
    private RepairReference reference = new RepairReference("WO-1001");
    private Optional<UUID> uid = Optional.of(UUID.fromString("11111111-2222-4333-8444-000000001001"));
    private Optional<ContactReference> contact = Optional.of(Builders.CONTACT);
    private String description = "Kitchen tap drips";
    private Optional<LocalDate> createdOn = Optional.of(LocalDate.of(2026, 11, 20));
    private RepairStatus status = RepairStatus.of("Issued", "With contractor");
    private Optional<String> priority = Optional.of("Routine");
    private Optional<String> contractor = Optional.of("Fixit Ltd");
    private Optional<String> address = Optional.of("1 Example Street, Exampleton");
    private boolean invoiced;
    private final List<AppointmentBuilder> visits = new ArrayList<>();

    RepairBuilder() {}

    /** With that reference. */
    public RepairBuilder withReference(String value) {
        reference = new RepairReference(value);
        return this;
    }

    /** With that identity in Cx. */
    public RepairBuilder withUid(String value) {
        uid = Optional.of(UUID.fromString(value));
        return this;
    }

    /** Without a known identity in Cx. */
    public RepairBuilder withoutUid() {
        uid = Optional.empty();
        return this;
    }

    /** Of that contact. */
    public RepairBuilder of(ContactReference whose) {
        contact = Optional.of(whose);
        return this;
    }

    /** Of a contact that Cx does not name. */
    public RepairBuilder ofNobody() {
        contact = Optional.empty();
        return this;
    }

    /** With that description. */
    public RepairBuilder describedAs(String text) {
        description = text;
        return this;
    }

    /** Created on that UK date. */
    public RepairBuilder createdOn(LocalDate date) {
        createdOn = Optional.of(date);
        return this;
    }

    /** Created on that UK date, {@code yyyy-MM-dd}. */
    public RepairBuilder createdOn(String date) {
        return createdOn(LocalDate.parse(date));
    }

    /** With a creation date that is missing or cannot be read. */
    public RepairBuilder withoutCreationDate() {
        createdOn = Optional.empty();
        return this;
    }

    /** In that status, described by its own code. */
    public RepairBuilder inStatus(MasterStatus master) {
        return inStatus(master.code(), "");
    }

    /** In a status as Cx would send it. */
    public RepairBuilder inStatus(String masterCode, String itsDescription) {
        status = RepairStatus.of(masterCode, itsDescription);
        return this;
    }

    /** With a task that is invoiced. */
    public RepairBuilder invoiced() {
        invoiced = true;
        return this;
    }

    /** With nothing that Cx may leave out. */
    public RepairBuilder withoutOptionalParts() {
        priority = Optional.empty();
        contractor = Optional.empty();
        address = Optional.empty();
        description = "";
        return this;
    }

    /** With a visit, which is made one of this repair. */
    public RepairBuilder with(AppointmentBuilder visit) {
        visits.add(visit);
        return this;
    }

    /** The repair. */
    public Repair build() {
        List<Appointment> appointments =
                visits.stream().map(visit -> visit.of(reference).build()).toList();
        return new Repair(
                reference,
                uid,
                contact,
                description,
                createdOn,
                status,
                priority,
                contractor,
                address,
                invoiced,
                appointments);
    }
}
