package uk.co.tenantwise.cx.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One company of the simulated Cx with the codes that its landlord configured. Immutable.
 *
 * @param id the company's id, which qualifies every reference
 * @param code the short code, or null when it has none
 * @param name the name
 * @param unit the functional unit it belongs to, empty when every user may see it
 * @param cancelStatuses the status codes that mean cancelled, each with the words that a tenant is shown
 * @param cancelReasons the accepted reason codes
 * @param statuses the landlord's own status for each master status that has one
 */
public record Company(
        String id,
        @Nullable String code,
        String name,
        String unit,
        Map<String, String> cancelStatuses,
        Set<String> cancelReasons,
        Map<String, OwnStatus> statuses) {

    /**
     * The landlord's own status behind a master status.
     *
     * @param code the landlord's code
     * @param description the words that a tenant is shown
     */
    public record OwnStatus(String code, String description) {}

    public Company {
        cancelStatuses = Collections.unmodifiableMap(new LinkedHashMap<>(cancelStatuses));
        cancelReasons = Collections.unmodifiableSet(new LinkedHashSet<>(cancelReasons));
        statuses = Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
    }

    /** A company that accepts no cancel status and no reason yet. */
    public static Company of(String id, @Nullable String code, String name) {
        return new Company(id, code, name, "", Map.of(), Set.of(), Map.of());
    }

    /** This company accepting one more cancel status. */
    public Company cancelStatus(String statusCode, String description) {
        Map<String, String> more = new LinkedHashMap<>(cancelStatuses);
        more.put(statusCode, description);
        return new Company(id, code, name, unit, more, cancelReasons, statuses);
    }

    /** This company accepting one more reason for cancelling. */
    public Company cancelReason(String reasonCode) {
        Set<String> more = new LinkedHashSet<>(cancelReasons);
        more.add(reasonCode);
        return new Company(id, code, name, unit, cancelStatuses, more, statuses);
    }

    /** This company with its own code and words for a master status. */
    public Company ownStatus(String masterStatus, String statusCode, String description) {
        Map<String, OwnStatus> more = new LinkedHashMap<>(statuses);
        more.put(masterStatus, new OwnStatus(statusCode, description));
        return new Company(id, code, name, unit, cancelStatuses, cancelReasons, more);
    }

    /** This company visible to the users of one functional unit only. */
    public Company inUnit(String functionalUnit) {
        return new Company(id, code, name, functionalUnit, cancelStatuses, cancelReasons, statuses);
    }

    Row row() {
        Row row = Row.EMPTY.with("CompanyId", id);
        return (code == null ? row : row.with("CompanyCode", code)).with("Name", name);
    }
}
