package uk.co.tenantwise.cx.ports.application;

import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.ports.driven.ForProbingConnection;
import uk.co.tenantwise.cx.ports.driving.LadderStep;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Explains a fault to an administrator who did something else than test the connection: which step of the ladder it belongs
 * to, the likely cause, and the remedy (rule R2). Thread-safe.
 */
public final class FaultGuide {
    private final ForProbingConnection probing;
    private final LadderAdvice advice;

    /** With the outgoing addresses of this instance, which are part of some remedies. */
    public FaultGuide(ForProbingConnection probing, List<String> addresses) {
        this.probing = probing;
        this.advice = new LadderAdvice(List.copyOf(addresses));
    }

    /**
     * What to tell.
     *
     * @param step where on the ladder it belongs
     * @param cause what is likely to be wrong
     * @param remedy what to do, and who does it
     */
    public record Explanation(LadderStep step, String cause, String remedy) {}

    /** Explains {@code fault}; looks the name of the host up again when that may be what is wrong. */
    public Explanation explain(CxFault fault, Optional<ApiUrl> url) {
        LadderStep step = switch (fault) {
            case CxFault.Unreachable lost -> resolves(url) ? LadderStep.TCP : LadderStep.NAME_RESOLVES;
            case CxFault.TimedOut late -> LadderStep.CX_ANSWERS;
            case CxFault.TlsFailed tls -> LadderStep.TLS;
            case CxFault.AddressForbidden forbidden -> LadderStep.NAME_RESOLVES;
            case CxFault.AddressNotWhitelisted blocked -> LadderStep.CX_ANSWERS;
            case CxFault.CredentialsRejected rejected -> LadderStep.CREDENTIALS;
            case CxFault.NoApiPermission denied -> LadderStep.API_PERMISSION;
            case CxFault.NotFound other -> LadderStep.CX_ANSWERS;
            case CxFault.Refused other -> LadderStep.CX_ANSWERS;
            case CxFault.Throttled other -> LadderStep.CX_ANSWERS;
            case CxFault.Unavailable other -> LadderStep.CX_ANSWERS;
            case CxFault.ContractBroken other -> LadderStep.CX_ANSWERS;
        };
        LadderAdvice.Advice said = advice.on(step, fault);
        return new Explanation(step, said.cause(), said.remedy());
    }

    private boolean resolves(Optional<ApiUrl> url) {
        try {
            url.ifPresent(probing::resolveName);
            return true;
        } catch (CxFault unresolved) {
            return false;
        }
    }
}
