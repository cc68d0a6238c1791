package uk.co.tenantwise.cx.ports.fault;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trouble with Cx. The message is for operators and administrators: it never holds a password, a token, the body of an
 * answer or anything about a customer.
 */
public abstract sealed class CxFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final FaultCode code;
    private final @Nullable Duration retryAfter;

    private CxFault(FaultCode code, String message) {
        this(code, message, Optional.empty());
    }

    private CxFault(FaultCode code, String message, Optional<Duration> retryAfter) {
        super(message);
        this.code = code;
        this.retryAfter = retryAfter.orElse(null);
    }

    /** The stable code. */
    public FaultCode code() {
        return code;
    }

    /** The message; never null, unlike that of exceptions in general. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Whether reading once more at once may help. A cancellation is never repeated, whatever this says. */
    public boolean readMayBeRetried() {
        return false;
    }

    /** How long Cx is to be left alone: because it asked for that, or because it failed so often. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The same kind of trouble, told without asking Cx, which is left alone for {@code wait}. */
    public final CxFault heldFor(Duration wait, String message) {
        Optional<Duration> after = Optional.of(wait);
        return switch (this) {
            case Unreachable lost -> new Unreachable(message, after);
            case TimedOut late -> new TimedOut(message, after);
            case TlsFailed tls -> new TlsFailed(message, after);
            case AddressForbidden forbidden -> new AddressForbidden(message, after);
            case AddressNotWhitelisted blocked -> new AddressNotWhitelisted(message, after);
            case CredentialsRejected rejected -> new CredentialsRejected(message, after);
            case NoApiPermission denied -> new NoApiPermission(message, after);
            case NotFound missing -> new NotFound(message, after);
            case Refused refused -> new Refused(message, after);
            case Throttled throttled -> new Throttled(message, after);
            case Unavailable down -> new Unavailable(message, after);
            case ContractBroken broken -> new ContractBroken(message, after);
            case Busy busy -> new Busy(message, wait);
        };
    }

    /** {@link FaultCode#CX_UNREACHABLE}; a read may be retried, unless Cx is left alone for a while. */
    public static final class Unreachable extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With what could not be reached, and why. */
        public Unreachable(String message) {
            super(FaultCode.CX_UNREACHABLE, message);
        }

        private Unreachable(String message, Optional<Duration> retryAfter) {
            super(FaultCode.CX_UNREACHABLE, message, retryAfter);
        }

        @Override
        public boolean readMayBeRetried() {
            return retryAfter().isEmpty();
        }
    }

    /** {@link FaultCode#CX_TIMED_OUT}. */
    public static final class TimedOut extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With what took too long. */
        public TimedOut(String message) {
            super(FaultCode.CX_TIMED_OUT, message);
        }

        private TimedOut(String message, Optional<Duration> retryAfter) {
            super(FaultCode.CX_TIMED_OUT, message, retryAfter);
        }
    }

    /** {@link FaultCode#CX_TLS_FAILED}. */
    public static final class TlsFailed extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With what is wrong with the certificate or the handshake. */
        public TlsFailed(String message) {
            super(FaultCode.CX_TLS_FAILED, message);
        }

        private TlsFailed(String message, Optional<Duration> retryAfter) {
            super(FaultCode.CX_TLS_FAILED, message, retryAfter);
        }
    }

    /** {@link FaultCode#CX_ADDRESS_FORBIDDEN}. */
    public static final class AddressForbidden extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With why the address must not be called. */
        public AddressForbidden(String message) {
            super(FaultCode.CX_ADDRESS_FORBIDDEN, message);
        }

        private AddressForbidden(String message, Optional<Duration> retryAfter) {
            super(FaultCode.CX_ADDRESS_FORBIDDEN, message, retryAfter);
        }
    }

    /** {@link FaultCode#CX_ADDRESS_NOT_WHITELISTED}. */
    public static final class AddressNotWhitelisted extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With what turned the request away. */
        public AddressNotWhitelisted(String message) {
            super(FaultCode.CX_ADDRESS_NOT_WHITELISTED, message);
        }

        private AddressNotWhitelisted(String message, Optional<Duration> retryAfter) {
            super(FaultCode.CX_ADDRESS_NOT_WHITELISTED, message, retryAfter);
        }
    }

    /** {@link FaultCode#CX_CREDENTIALS_REJECTED}; they are not tried again until an administrator saves or tests. */
    public static final class CredentialsRejected extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With how Cx said so. */
        public CredentialsRejected(String message) {
            super(FaultCode.CX_CREDENTIALS_REJECTED, message);
        }

        private CredentialsRejected(String message, Optional<Duration> retryAfter) {
            super(FaultCode.CX_CREDENTIALS_REJECTED, message, retryAfter);
        }
    }

    /** {@link FaultCode#CX_NO_API_PERMISSION}. */
    public static final class NoApiPermission extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With what was not permitted. */
        public NoApiPermission(String message) {
            super(FaultCode.CX_NO_API_PERMISSION, message);
        }

        private NoApiPermission(String message, Optional<Duration> retryAfter) {
            super(FaultCode.CX_NO_API_PERMISSION, message, retryAfter);
        }
    }

    /** {@link FaultCode#CX_NOT_FOUND}. */
    public static final class NotFound extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With what kind of thing was not found. */
        public NotFound(String message) {
            super(FaultCode.CX_NOT_FOUND, message);
        }

        private NotFound(String message, Optional<Duration> retryAfter) {
            super(FaultCode.CX_NOT_FOUND, message, retryAfter);
        }
    }

    /** {@link FaultCode#CX_REFUSED}. */
    public static final class Refused extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With what Cx refused. */
        public Refused(String message) {
            super(FaultCode.CX_REFUSED, message);
        }

        private Refused(String message, Optional<Duration> retryAfter) {
            super(FaultCode.CX_REFUSED, message, retryAfter);
        }
    }

    /** {@link FaultCode#CX_THROTTLED}. */
    public static final class Throttled extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With how long Cx asked to be left alone, when it did. */
        public Throttled(String message, Optional<Duration> retryAfter) {
            super(FaultCode.CX_THROTTLED, message, retryAfter);
        }
    }

    /** {@link FaultCode#CX_UNAVAILABLE}; a read may be retried, unless Cx is left alone for a while. */
    public static final class Unavailable extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With how long Cx asked to be left alone, when it did. */
        public Unavailable(String message, Optional<Duration> retryAfter) {
            super(FaultCode.CX_UNAVAILABLE, message, retryAfter);
        }

        @Override
        public boolean readMayBeRetried() {
            return retryAfter().isEmpty();
        }
    }

    /** {@link FaultCode#CX_CONTRACT_BROKEN}. */
    public static final class ContractBroken extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With what is wrong with the answer, without its content. */
        public ContractBroken(String message) {
            super(FaultCode.CX_CONTRACT_BROKEN, message);
        }

        private ContractBroken(String message, Optional<Duration> retryAfter) {
            super(FaultCode.CX_CONTRACT_BROKEN, message, retryAfter);
        }
    }

    /** {@link FaultCode#CX_BUSY}; nothing was sent. */
    public static final class Busy extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With when to try again. */
        public Busy(String message, Duration retryAfter) {
            super(FaultCode.CX_BUSY, message, Optional.of(retryAfter));
        }
    }
}
