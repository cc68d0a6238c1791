package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.MasterStatus;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.repair.RepairStatus;

/** A repair as it is written: the fields of {@link Repair}, those that are empty left out, and those of its status. */
record RepairJson(
        String reference,
        @Nullable String uid,
        @Nullable String contact,
        String description,
        @Nullable String createdOn,
        String master,
        String code,
        String status,
        @Nullable String priority,
        @Nullable String contractor,
        @Nullable String address,
        boolean invoiced,
        List<VisitJson> appointments) {
    static RepairJson of(Repair repair) {
        return new RepairJson(
                repair.reference().value(),
                repair.uid().map(UUID::toString).orElse(null),
                repair.contact().map(ContactReference::value).orElse(null),
                repair.description(),
                repair.createdOn().map(LocalDate::toString).orElse(null),
                repair.status().master().name(),
                repair.status().code(),
                repair.status().description(),
                repair.priority().orElse(null),
                repair.contractor().orElse(null),
                repair.address().orElse(null),
                repair.invoiced(),
                repair.appointments().stream().map(VisitJson::of).toList());
    }

    Repair value() {
        return new Repair(
                new RepairReference(reference),
                Optional.ofNullable(uid).map(UUID::fromString),
                Optional.ofNullable(contact).map(ContactReference::new),
                description,
                Optional.ofNullable(createdOn).map(LocalDate::parse),
                new RepairStatus(MasterStatus.valueOf(master), code, status),
                Optional.ofNullable(priority),
                Optional.ofNullable(contractor),
                Optional.ofNullable(address),
                invoiced,
                appointments.stream().map(VisitJson::value).toList());
    }
}
