package uk.co.tenantwise.cx.ports.driving;

/** Lets administrators record what became of a cancellation that could not be resolved in time (rule R6). */
@FunctionalInterface
public interface ForSettlingCancellations {
    /** Closes the attempt with what was found, for the record with who and when. Nothing is sent to Cx. */
    SettleResult settle(SettleCommand command);
}
