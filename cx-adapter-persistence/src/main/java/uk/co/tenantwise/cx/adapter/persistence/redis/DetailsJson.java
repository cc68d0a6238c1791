package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.refresh.DetailsSnapshot;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;

/**
 * A customer's details as they are written.
 *
 * @param contact whose
 * @param name absent when Cx has none
 * @param address absent when Cx has none
 * @param retrievedAt when
 */
record DetailsJson(
        String contact, @Nullable String name, @Nullable String address, String retrievedAt) {
    static Format<DetailsSnapshot> format() {
        return new Json<>(DetailsJson.class, DetailsJson::of, DetailsJson::value);
    }

    private static DetailsJson of(DetailsSnapshot snapshot) {
        return new DetailsJson(
                snapshot.details().contact().value(),
                snapshot.details().name().orElse(null),
                snapshot.details().address().orElse(null),
                snapshot.retrievedAt().toString());
    }

    private DetailsSnapshot value() {
        return new DetailsSnapshot(
                new CustomerDetails(
                        new ContactReference(contact), Optional.ofNullable(name), Optional.ofNullable(address)),
                Instant.parse(retrievedAt));
    }
}
