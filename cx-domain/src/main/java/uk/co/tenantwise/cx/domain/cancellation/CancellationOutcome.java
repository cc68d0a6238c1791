package uk.co.tenantwise.cx.domain.cancellation;

/** What became of an attempt to cancel (rule R6). The codes are stable. */
public sealed interface CancellationOutcome {
    /** The stable code of the contract. */
    String code();

    /** Whether nothing more will happen to the attempt. */
    default boolean isFinal() {
        return !(this instanceof Unknown);
    }

    /** Cx has cancelled it for this attempt. */
    record Cancelled() implements CancellationOutcome {
        @Override
        public String code() {
            return "CANCELLED";
        }
    }

    /** It was cancelled before this attempt; what the customer wants is the case. */
    record AlreadyCancelled() implements CancellationOutcome {
        @Override
        public String code() {
            return "ALREADY_CANCELLED";
        }
    }

    /**
     * Our rule refused it; Cx was not asked.
     *
     * @param reason the rule's reason
     */
    record Refused(RefusalReason reason) implements CancellationOutcome {
        @Override
        public String code() {
            return "REFUSED";
        }
    }

    /**
     * Cx refused it.
     *
     * @param message what Cx said, may be empty
     */
    record RefusedByCx(String message) implements CancellationOutcome {
        @Override
        public String code() {
            return "REFUSED_BY_CX";
        }
    }

    /** The answer of Cx was lost, or has not come yet; the record is read again until it is known. */
    record Unknown() implements CancellationOutcome {
        @Override
        public String code() {
            return "UNKNOWN";
        }
    }
}
