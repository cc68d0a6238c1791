package uk.co.tenantwise.cx.domain.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.repair.RepairStatus;

/**
 * A repair to be made: R-1, created on 1 December 2026, issued, not invoiced, without visits. Each method changes and
 * returns this object.
 */
public final class RepairSample {
    private RepairReference reference = new RepairReference("R-1");
    private Optional<LocalDate> createdOn = Optional.of(LocalDate.of(2026, 12, 1));
    private RepairStatus status = RepairStatus.of("Issued", "With contractor");
    private boolean invoiced;
    private String description = "Tap drips";

    private RepairSample() {}

    /** The defaults. */
    public static RepairSample aRepair() {
        return new RepairSample();
    }

    /** With that reference. */
    public RepairSample called(String value) {
        reference = new RepairReference(value);
        return this;
    }

    /** Created on that UK date, {@code yyyy-MM-dd}. */
    public RepairSample createdOn(String date) {
        createdOn = Optional.of(LocalDate.parse(date));
        return this;
    }

    /** Without a creation date that can be read. */
    public RepairSample withoutCreationDate() {
        createdOn = Optional.empty();
        return this;
    }

    /** In the status of that master code. */
    public RepairSample inStatus(String masterCode) {
        status = RepairStatus.of(masterCode, "");
        return this;
    }

    /** With a task that is invoiced. */
    public RepairSample invoiced() {
        invoiced = true;
        return this;
    }

    /** With that description. */
    public RepairSample describedAs(String text) {
        description = text;
        return this;
    }

    /** The repair with those visits. */
    public Repair with(Appointment... visits) {
        return new Repair(
                reference,
                Optional.empty(),
                Optional.empty(),
                description,
                createdOn,
                status,
                Optional.of("Routine"),
                Optional.empty(),
                Optional.empty(),
                invoiced,
                List.of(visits));
    }

    /** The repair without visits. */
    public Repair build() {
        return with();
    }
}
