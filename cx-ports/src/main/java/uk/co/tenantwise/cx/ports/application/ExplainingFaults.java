package uk.co.tenantwise.cx.ports.application;

import java.util.Optional;
import uk.co.tenantwise.cx.ports.driven.ForProbingConnection;
import uk.co.tenantwise.cx.ports.driven.ForStoringSettings;
import uk.co.tenantwise.cx.ports.driving.ForExplainingFaults;
import uk.co.tenantwise.cx.ports.driving.LadderStep;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Finds the step of the ladder that a fault belongs to, and says the same about it as the connection test. */
final class ExplainingFaults implements ForExplainingFaults {
    private final ForProbingConnection probing;
    private final ForStoringSettings settings;
    private final LadderAdvice advice;

    ExplainingFaults(ForProbingConnection probing, ForStoringSettings settings, Limits limits) {
        this.probing = probing;
        this.settings = settings;
        this.advice = new LadderAdvice(limits.addresses());
    }

    @Override
    public Explanation explain(CxFault fault) {
        LadderStep step = switch (fault) {
            case CxFault.Unreachable lost -> resolves() ? LadderStep.TCP : LadderStep.NAME_RESOLVES;
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
            case CxFault.Busy other -> LadderStep.CX_ANSWERS;
        };
        LadderAdvice.Advice said = advice.on(step, fault);
        return new Explanation(step, said.cause(), said.remedy());
    }

    @Override
    public Optional<Explanation> clocks() {
        return settings.current()
                .access()
                .flatMap(access -> LadderAdvice.onClocks(
                        probing.clockAhead(access.connection().apiUrl())))
                .map(said -> new Explanation(LadderStep.CX_ANSWERS, said.cause(), said.remedy()));
    }

    private boolean resolves() {
        try {
            settings.current().connection().apiUrl().ifPresent(probing::resolveName);
            return true;
        } catch (CxFault unresolved) {
            return false;
        }
    }
}
