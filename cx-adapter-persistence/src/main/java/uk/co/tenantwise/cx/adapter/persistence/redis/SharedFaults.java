package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.time.Duration;
import java.util.Optional;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

/** Faults of Cx as words that pass from node to node: the code, and how long Cx asked to be left alone. */
final class SharedFaults {
    private static final Duration A_MOMENT = Duration.ofSeconds(2);
    private static final String FOUND_BY_ANOTHER = "as another node has just found";

    private SharedFaults() {}

    /** Empty for what is no fault of Cx: that is for the node alone where it happened. */
    static String text(Throwable thrown) {
        return thrown instanceof CxFault fault
                ? fault.code().name()
                        + fault.retryAfter().map(wait -> " " + wait.toMillis()).orElse("")
                : "";
    }

    /** Empty when the text says nothing that is known here. */
    static Optional<CxFault> parse(String text) {
        String[] parts = text.split(" ", -1);
        try {
            Optional<Duration> retryAfter =
                    parts.length > 1 ? Optional.of(Duration.ofMillis(Long.parseLong(parts[1]))) : Optional.empty();
            return Optional.of(fault(FaultCode.valueOf(parts[0]), retryAfter));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static CxFault fault(FaultCode code, Optional<Duration> retryAfter) {
        return switch (code) {
            case CX_UNREACHABLE -> new CxFault.Unreachable(FOUND_BY_ANOTHER);
            case CX_TIMED_OUT -> new CxFault.TimedOut(FOUND_BY_ANOTHER);
            case CX_TLS_FAILED -> new CxFault.TlsFailed(FOUND_BY_ANOTHER);
            case CX_ADDRESS_FORBIDDEN -> new CxFault.AddressForbidden(FOUND_BY_ANOTHER);
            case CX_ADDRESS_NOT_WHITELISTED -> new CxFault.AddressNotWhitelisted(FOUND_BY_ANOTHER);
            case CX_CREDENTIALS_REJECTED -> new CxFault.CredentialsRejected(FOUND_BY_ANOTHER);
            case CX_NO_API_PERMISSION -> new CxFault.NoApiPermission(FOUND_BY_ANOTHER);
            case CX_NOT_FOUND -> new CxFault.NotFound(FOUND_BY_ANOTHER);
            case CX_REFUSED -> new CxFault.Refused(FOUND_BY_ANOTHER);
            case CX_THROTTLED -> new CxFault.Throttled(FOUND_BY_ANOTHER, retryAfter);
            case CX_UNAVAILABLE -> new CxFault.Unavailable(FOUND_BY_ANOTHER, retryAfter);
            case CX_CONTRACT_BROKEN -> new CxFault.ContractBroken(FOUND_BY_ANOTHER);
            case CX_BUSY -> new CxFault.Busy(FOUND_BY_ANOTHER, retryAfter.orElse(A_MOMENT));
        };
    }
}
