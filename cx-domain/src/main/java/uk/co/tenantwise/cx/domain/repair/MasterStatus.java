package uk.co.tenantwise.cx.domain.repair;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fixed workflow of Cx ({@code RepairMasterStatusCode}). Decisions use this status only; the codes that a site
 * configures for itself are for showing. Source: rule R5 and the Cx contract.
 */
public enum MasterStatus {
    /** Recorded, nothing arranged yet. */
    ENTERED("Entered", Stage.CANCELLABLE),
    /** Open, nothing arranged yet. */
    OPEN("Open", Stage.CANCELLABLE),
    /** Waits for the landlord to approve it. */
    AWAITING_AUTHORISATION("AwaitingAuthorisation", Stage.CANCELLABLE),
    /** Work was done and its changed scope waits for approval. */
    AWAITING_VARIATION_AUTHORISATION("AwaitingVariationAuthorisation", Stage.STARTED),
    /** Somebody has to look at it before it is ordered. */
    AWAITING_PRE_INSPECTION("AwaitingPreInspection", Stage.CANCELLABLE),
    /** Given to the contractor. */
    ISSUED("Issued", Stage.CANCELLABLE),
    /** The contractor is working on it. */
    WORK_IN_PROGRESS("WorkInProgress", Stage.STARTED),
    /** Paused by the landlord. */
    ON_HOLD("OnHold", Stage.CANCELLABLE),
    /** Its scope was changed after work began. */
    VARIED("Varied", Stage.STARTED),
    /** Some of its tasks are done. */
    PARTIALLY_COMPLETE("PartiallyComplete", Stage.STARTED),
    /** All work is done. */
    COMPLETE("Complete", Stage.CLOSED),
    /** Cancelled in Cx. */
    CANCELLED("Cancelled", Stage.CANCELLED),
    /** Done and paid for. */
    FULLY_INVOICED("FullyInvoiced", Stage.CLOSED),
    /** Cx sent none, or a code that this version does not know: shown, never cancellable. */
    UNKNOWN("Unknown", Stage.UNKNOWN);

    /** How far a repair has got, as far as cancelling is concerned. */
    public enum Stage {
        /** Not begun: a customer may cancel when the policy agrees. */
        CANCELLABLE,
        /** Work has begun. */
        STARTED,
        /** Finished. */
        CLOSED,
        /** Cancelled already. */
        CANCELLED,
        /** Not known, so nothing is promised. */
        UNKNOWN
    }

    private static final Map<String, MasterStatus> BY_CODE = Arrays.stream(values())
            .filter(status -> status != UNKNOWN)
            .collect(Collectors.toUnmodifiableMap(status -> fold(status.code), Function.identity()));

    private final String code;
    private final Stage stage;

    MasterStatus(String code, Stage stage) {
        this.code = code;
        this.stage = stage;
    }

    /** Reads a code from Cx, ignoring case and spaces; anything unrecognised is {@link #UNKNOWN}. */
    public static MasterStatus parse(String code) {
        return BY_CODE.getOrDefault(fold(code), UNKNOWN);
    }

    /** The code as Cx spells it. */
    public String code() {
        return code;
    }

    /** How far a repair in this status has got. */
    public Stage stage() {
        return stage;
    }

    private static String fold(String code) {
        return code.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
