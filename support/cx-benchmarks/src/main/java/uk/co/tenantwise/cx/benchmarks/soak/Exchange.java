package uk.co.tenantwise.cx.benchmarks.soak;

import java.time.Duration;
import java.time.Instant;
import uk.co.tenantwise.cx.reliability.harness.Reply;

/**
 * A request and its answer.
 *
 * @param action what was asked for
 * @param tenant for whom
 * @param sent when it was sent
 * @param received when the answer was there
 * @param reply the answer
 */
record Exchange(Action action, Tenant tenant, Instant sent, Instant received, Reply reply) {
    /** What a customer does. */
    enum Action {
        /** Signs in. */
        SIGN_IN,
        /** Reads the list. */
        READ,
        /** Cancels, or repeats it under the same key. */
        CANCEL,
        /** Asks what became of a cancellation. */
        LOOK_UP
    }

    Duration took() {
        return Duration.between(sent, received);
    }

    @Override
    public String toString() {
        return "%s of %s at %s (%d ms): %s".formatted(action, tenant.contact(), sent, took().toMillis(), reply);
    }
}
