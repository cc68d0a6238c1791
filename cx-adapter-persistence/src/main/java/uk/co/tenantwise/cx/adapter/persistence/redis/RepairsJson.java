package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.refresh.RepairsSnapshot;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.visibility.VisibilityPolicy;
import uk.co.tenantwise.cx.domain.visibility.VisibleRepairs;

/**
 * A customer's repairs and appointments as they are written.
 *
 * @param contact whose
 * @param startDate of the limit, absent for none
 * @param repairs with their visits
 * @param appointments of no repair
 * @param setAside how many rows were left out
 * @param retrievedAt when
 * @param amended true when it was, by what became known since; else absent, so that it reads as before
 */
record RepairsJson(
        String contact,
        @Nullable String startDate,
        List<RepairJson> repairs,
        List<VisitJson> appointments,
        int setAside,
        String retrievedAt,
        @Nullable Boolean amended) {
    static Format<RepairsSnapshot> format() {
        return new Json<>(RepairsJson.class, RepairsJson::of, RepairsJson::value);
    }

    private static RepairsJson of(RepairsSnapshot snapshot) {
        return new RepairsJson(
                snapshot.contact().value(),
                snapshot.limit().startDate().map(LocalDate::toString).orElse(null),
                snapshot.visible().repairs().stream().map(RepairJson::of).toList(),
                snapshot.visible().appointments().stream().map(VisitJson::of).toList(),
                snapshot.setAside(),
                snapshot.retrievedAt().toString(),
                snapshot.amended() ? true : null);
    }

    private RepairsSnapshot value() {
        return new RepairsSnapshot(
                new ContactReference(contact),
                new VisibilityPolicy(Optional.ofNullable(startDate).map(LocalDate::parse)),
                new VisibleRepairs(
                        repairs.stream().map(RepairJson::value).toList(),
                        appointments.stream().map(VisitJson::value).toList()),
                setAside,
                Instant.parse(retrievedAt),
                Boolean.TRUE.equals(amended));
    }
}
