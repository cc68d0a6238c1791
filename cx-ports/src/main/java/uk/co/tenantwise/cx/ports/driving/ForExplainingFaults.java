package uk.co.tenantwise.cx.ports.driving;

import java.util.Optional;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Explains a fault to an administrator who did something else than test the connection (rule R2). */
public interface ForExplainingFaults {
    /** Explains {@code fault}; looks the name of the host up again when that may be what is wrong. */
    Explanation explain(CxFault fault);

    /**
     * What to tell when this node's clock and that of Cx differ by more than two minutes; empty when they do not, when it is
     * not known, and while customers are not served. Calls nobody.
     */
    Optional<Explanation> clocks();

    /**
     * What to tell.
     *
     * @param step where on the ladder of the connection test it belongs
     * @param cause what is likely to be wrong
     * @param remedy what to do, and who does it
     */
    record Explanation(LadderStep step, String cause, String remedy) {}
}
