package uk.co.tenantwise.cx.domain.repair;

/**
 * The status of a repair: what decisions use and what a customer is shown.
 *
 * @param master the step of the fixed workflow of Cx, {@link MasterStatus#UNKNOWN} when not recognised
 * @param code the master code as Cx spells it, or the unrecognised text that Cx sent (may be empty)
 * @param description what the site calls it; when it gave none, the code
 */
public record RepairStatus(MasterStatus master, String code, String description) {
    /** Reads the master code and the site's own description; a blank description falls back to the code. */
    public static RepairStatus of(String masterCode, String description) {
        MasterStatus master = MasterStatus.parse(masterCode);
        String code = master == MasterStatus.UNKNOWN ? masterCode.strip() : master.code();
        return new RepairStatus(master, code, description.isBlank() ? code : description.strip());
    }
}
