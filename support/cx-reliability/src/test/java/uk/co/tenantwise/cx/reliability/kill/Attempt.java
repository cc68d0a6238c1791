package uk.co.tenantwise.cx.reliability.kill;

import java.util.concurrent.CompletableFuture;
import uk.co.tenantwise.cx.reliability.harness.Customer;
import uk.co.tenantwise.cx.reliability.harness.Reply;

/**
 * A cancellation that a client has asked a node for.
 *
 * @param step where it is at the kill
 * @param customer whose repair it is
 * @param key the idempotency key
 * @param answer what the client gets, when it gets anything
 */
record Attempt(KillStep step, Customer customer, String key, CompletableFuture<Reply> answer) {
    /** Whether the client has an answer. */
    boolean isAcknowledged() {
        return answer.isDone() && !answer.isCompletedExceptionally();
    }
}
