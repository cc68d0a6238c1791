package uk.co.tenantwise.cx.ports.driven;

/** What Cx answered to a cancellation, read from the body and not from the status of the answer. */
public sealed interface CxReply {
    /** Cx says that it did it. */
    record Accepted() implements CxReply {}

    /**
     * Cx says that it did not.
     *
     * @param errorCode its code, may be empty
     * @param message its words, may be empty
     */
    record Declined(String errorCode, String message) implements CxReply {}
}
