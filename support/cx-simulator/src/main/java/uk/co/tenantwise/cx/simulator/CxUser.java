package uk.co.tenantwise.cx.simulator;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One user of the simulated Cx. Immutable. What has no functional unit is visible to every user; the rest only to users
 * who hold its unit.
 *
 * @param name the user name, compared without regard to case
 * @param password the password
 * @param apiPermission whether the API may be used
 * @param locked whether the account is locked
 * @param passwordExpired whether the password has to be changed first
 * @param units the functional units held
 */
public record CxUser(
        String name,
        String password,
        boolean apiPermission,
        boolean locked,
        boolean passwordExpired,
        Set<String> units) {

    public CxUser {
        units = Set.copyOf(units);
    }

    /** A user with API permission and no functional unit. */
    public static CxUser of(String name, String password) {
        return new CxUser(name, password, true, false, false, Set.of());
    }

    /** This user holding one more functional unit. */
    public CxUser holding(String functionalUnit) {
        Set<String> more = new LinkedHashSet<>(units);
        more.add(functionalUnit);
        return new CxUser(name, password, apiPermission, locked, passwordExpired, more);
    }

    /** This user without API permission. */
    public CxUser withoutApiPermission() {
        return new CxUser(name, password, false, locked, passwordExpired, units);
    }

    /** This user with another password, which has not expired. */
    public CxUser withPassword(String newPassword) {
        return new CxUser(name, newPassword, apiPermission, locked, false, units);
    }

    /** This user locked or unlocked. */
    public CxUser withLocked(boolean nowLocked) {
        return new CxUser(name, password, apiPermission, nowLocked, passwordExpired, units);
    }

    /** This user, who has to change the password before logging in. */
    public CxUser withPasswordExpired() {
        return new CxUser(name, password, apiPermission, locked, true, units);
    }

    boolean sees(String unit) {
        return unit.isEmpty() || units.contains(unit);
    }

    /** Never holds the password. */
    @Override
    public String toString() {
        return "CxUser[" + name + ", apiPermission=" + apiPermission + ", locked=" + locked + ", units=" + units + "]";
    }
}
