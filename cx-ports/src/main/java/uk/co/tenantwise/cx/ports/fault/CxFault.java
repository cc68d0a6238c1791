package uk.co.tenantwise.cx.ports.fault;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/**
 * Trouble with Cx. The message is for operators and administrators: it never holds a password, a token, the body of an
 * answer or anything about a customer.
 */
public abstract sealed class CxFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final FaultCode code;

    private CxFault(FaultCode code, String message) {
        super(message);
        this.code = code;
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

    /** How long Cx asked to be left alone, when it did. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** {@link FaultCode#CX_UNREACHABLE}; a read may be retried. */
    public static final class Unreachable extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With what could not be reached, and why. */
        public Unreachable(String message) {
            super(FaultCode.CX_UNREACHABLE, message);
        }

        @Override
        public boolean readMayBeRetried() {
            return true;
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
    }

    /** {@link FaultCode#CX_TLS_FAILED}. */
    public static final class TlsFailed extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With what is wrong with the certificate or the handshake. */
        public TlsFailed(String message) {
            super(FaultCode.CX_TLS_FAILED, message);
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
    }

    /** {@link FaultCode#CX_ADDRESS_NOT_WHITELISTED}. */
    public static final class AddressNotWhitelisted extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With what turned the request away. */
        public AddressNotWhitelisted(String message) {
            super(FaultCode.CX_ADDRESS_NOT_WHITELISTED, message);
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
    }

    /** {@link FaultCode#CX_NO_API_PERMISSION}. */
    public static final class NoApiPermission extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With what was not permitted. */
        public NoApiPermission(String message) {
            super(FaultCode.CX_NO_API_PERMISSION, message);
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
    }

    /** {@link FaultCode#CX_REFUSED}. */
    public static final class Refused extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        /** With what Cx refused. */
        public Refused(String message) {
            super(FaultCode.CX_REFUSED, message);
        }
    }

    /** {@link FaultCode#CX_THROTTLED}. */
    public static final class Throttled extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Optional<Duration> retryAfter;

        /** With how long Cx asked to be left alone, when it did. */
        public Throttled(String message, Optional<Duration> retryAfter) {
            super(FaultCode.CX_THROTTLED, message);
            this.retryAfter = retryAfter;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /** {@link FaultCode#CX_UNAVAILABLE}; a read may be retried, unless Cx said when to come back. */
    public static final class Unavailable extends CxFault {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Optional<Duration> retryAfter;

        /** With how long Cx asked to be left alone, when it did. */
        public Unavailable(String message, Optional<Duration> retryAfter) {
            super(FaultCode.CX_UNAVAILABLE, message);
            this.retryAfter = retryAfter;
        }

        @Override
        public boolean readMayBeRetried() {
            return retryAfter.isEmpty();
        }

        @Override
        public Optional<Duration> retryAfter() {
            return retryAfter;
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
    }
}
