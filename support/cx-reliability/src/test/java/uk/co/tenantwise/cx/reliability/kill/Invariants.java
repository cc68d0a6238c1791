package uk.co.tenantwise.cx.reliability.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import uk.co.tenantwise.cx.reliability.harness.Customer;
import uk.co.tenantwise.cx.reliability.harness.Node;
import uk.co.tenantwise.cx.reliability.harness.Reply;
import uk.co.tenantwise.cx.reliability.harness.Rows;
import uk.co.tenantwise.cx.reliability.harness.Tokens;
import uk.co.tenantwise.cx.reliability.harness.Until;
import uk.co.tenantwise.cx.reliability.harness.World;

/** What must hold after a kill, whatever the step was. */
final class Invariants {
    /** Promise R8: a final state within 60 seconds of the restart. */
    static final Duration FINAL_WITHIN = Duration.ofSeconds(60);

    private static final Set<String> CANCELLED = Set.of("CANCELLED", "ALREADY_CANCELLED");

    private final World world;
    private final Node one;
    private final Node other;

    /** Asks {@code one} first and {@code other} for the repetition; they may be the same. */
    Invariants(World world, Node one, Node other) {
        this.world = world;
        this.one = one;
        this.other = other;
    }

    /** No attempt waits for an outcome. Nobody has asked for one: the nodes have found out by themselves. */
    void awaitFinalOutcomes() throws Exception {
        try (Connection connection = world.postgres().connect()) {
            Until.isTrue(
                    "no attempt is open",
                    FINAL_WITHIN,
                    () -> Rows.texts(connection, "SELECT target FROM cx_cancellation WHERE open_target IS NOT NULL")
                            .isEmpty());
        }
    }

    void check(Attempt attempt) throws Exception {
        Customer customer = attempt.customer();
        Reply answer = ask(one, attempt);
        String id = answer.text("id");
        String path = "/customers/" + customer.contact() + "/cancellations/" + id;
        Until.isTrue(
                attempt + " has a final outcome, was " + answer,
                FINAL_WITHIN,
                () -> CANCELLED.contains(
                        one.api().get(Tokens.PORTAL, path).is(200).text("outcome")));

        Reply repeated = ask(other, attempt);
        assertThat(List.of(repeated.text("id"), repeated.text("outcome")))
                .as("the repetition of %s", attempt)
                .containsExactly(id, answer.text("outcome"));
        if (attempt.isAcknowledged()) {
            assertThat(attempt.answer().join().text("id")).as("%s", attempt).isEqualTo(id);
        }
        assertThat(world.cancelEffects(customer)).as("effects of %s", attempt).isEqualTo(1);
        assertThat(world.cancelCalls(customer))
                .as("cancel calls of %s", attempt)
                .isBetween(1L, (long) attempt.step().mostCalls());
        for (Node node : List.of(one, other)) {
            assertShowsTheTruth(node, attempt);
        }
    }

    /** One cancellation is recorded for one that was carried out, and nothing is open; for a database that can be opened. */
    static void checkRecord(Connection connection, List<Attempt> attempts) throws Exception {
        for (Attempt attempt : attempts) {
            List<String> outcomes = Rows.texts(
                    connection,
                    "SELECT outcome FROM cx_cancellation WHERE target = ?",
                    attempt.customer().repair());
            assertThat(outcomes).as("the record of %s", attempt).isNotEmpty().isSubsetOf(CANCELLED);
            assertThat(outcomes.stream().filter("CANCELLED"::equals))
                    .as("the record of %s", attempt)
                    .hasSize(1);
        }
    }

    /** What a client does that has got no answer: it asks again under the same key, while it is told to try again later. */
    private static Reply ask(Node node, Attempt attempt) throws Exception {
        return available(
                "an answer to " + attempt,
                () -> node.api()
                        .cancel(attempt.customer().contact(), attempt.customer().repair(), attempt.key())
                        .join());
    }

    private static void assertShowsTheTruth(Node node, Attempt attempt) throws Exception {
        Reply page = available(
                "the repairs of " + attempt,
                () -> node.api().repairs(attempt.customer().contact()));
        JsonNode repair = page.json().path("repairs").path(0);
        assertThat(repair.path("status").path("code").asText())
                .as("%s", attempt)
                .isEqualTo("Cancelled");
        assertThat(repair.path("cancellation").path("allowed").asBoolean(true))
                .as("%s", attempt)
                .isFalse();
    }

    /** The first reply that is no "try again later"; on a busy machine calls to Cx time out now and then. */
    private static Reply available(String what, Callable<Reply> call) throws Exception {
        AtomicReference<Reply> last = new AtomicReference<>(new Reply(503, ""));
        Until.isTrue(what, FINAL_WITHIN, () -> {
            last.set(call.call());
            return last.get().status() != 503;
        });
        assertThat(last.get().status()).as("%s: %s", what, last.get()).isIn(200, 202);
        return last.get();
    }
}
