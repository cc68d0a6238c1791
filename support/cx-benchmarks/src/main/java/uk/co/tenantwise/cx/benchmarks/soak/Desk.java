package uk.co.tenantwise.cx.benchmarks.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import uk.co.tenantwise.cx.reliability.harness.Api;
import uk.co.tenantwise.cx.reliability.harness.Reply;
import uk.co.tenantwise.cx.reliability.harness.Tokens;

/** Asks the nodes for customers, and holds every answer to the rules. Thread-safe. */
final class Desk {
    private final Fleet fleet;
    private final AnswerRules rules;
    private final Findings findings;
    private final Calm calm;
    private final Collection<KeyHistory> histories = new ConcurrentLinkedQueue<>();

    Desk(Fleet fleet, AnswerRules rules, Findings findings, Calm calm) {
        this.fleet = fleet;
        this.rules = rules;
        this.findings = findings;
        this.calm = calm;
    }

    /** All keys that were used. */
    Collection<KeyHistory> histories() {
        return List.copyOf(histories);
    }

    /** A key for a target, which is from now on among {@link #histories()}. */
    KeyHistory newKey(Target target, String key) {
        KeyHistory history = new KeyHistory(target, key);
        histories.add(history);
        return history;
    }

    Optional<Exchange> signIn(Tenant tenant, int node) {
        return ask(
                Exchange.Action.SIGN_IN,
                tenant,
                node,
                () -> fleet.api(node).signIn(tenant.contact()).join());
    }

    Optional<Exchange> read(Tenant tenant, int node) {
        Optional<Exchange> read =
                ask(Exchange.Action.READ, tenant, node, () -> fleet.api(node).repairs(tenant.contact()));
        read.filter(exchange -> source(exchange).equals("CACHE") && calm.since(exchange.sent()))
                .ifPresent(exchange -> findings.cachedRead(exchange.took()));
        return read;
    }

    /** Cancels, or repeats it. */
    Optional<Exchange> cancel(Tenant tenant, KeyHistory history, int node) {
        Optional<Exchange> told = ask(
                Exchange.Action.CANCEL, tenant, node, () -> cancel(fleet.api(node), history.target(), history.key()));
        told.filter(exchange -> exchange.reply().status() < 500)
                .ifPresent(exchange -> history.add(new KeyHistory.Answer(
                        exchange.sent(),
                        exchange.received(),
                        exchange.reply().text("id"),
                        exchange.reply().text("outcome"))));
        return told;
    }

    Optional<Exchange> lookUp(Tenant tenant, String attempt, int node) {
        return ask(
                Exchange.Action.LOOK_UP,
                tenant,
                node,
                () -> fleet.api(node)
                        .get(Tokens.PORTAL, "/customers/" + tenant.contact() + "/cancellations/" + attempt));
    }

    private static Reply cancel(Api api, Target target, String key) {
        return switch (target.kind()) {
            case REPAIR -> api.cancel(target.contact(), target.reference(), key).join();
            case VISIT ->
                api.cancelVisit(target.contact(), target.reference(), key).join();
        };
    }

    /** The answer; none when the node was down, which it may be, or when it was not, which is a broken promise. */
    private Optional<Exchange> ask(Exchange.Action action, Tenant tenant, int node, Callable<Reply> call) {
        Instant sent = Instant.now();
        try {
            Reply reply = call.call();
            Exchange exchange = new Exchange(action, tenant, sent, Instant.now(), reply);
            List<String> wrong = rules.check(exchange);
            findings.broken(wrong);
            findings.count(label(exchange));
            return Optional.of(exchange);
        } catch (CompletionException | IOException e) {
            Instant failed = Instant.now();
            findings.count(action + ": no answer");
            if (!fleet.wasDown(node, sent, failed)) {
                findings.broken(List.of("no answer from a node that was up, node %d, %s of %s from %s to %s: %s"
                        .formatted(node + 1, action, tenant.contact(), sent, failed, e)));
            }
            return Optional.empty();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String label(Exchange exchange) {
        JsonNode body = exchange.reply().json();
        String detail = body.path("source")
                .asText(body.path("outcome").asText(body.path("code").asText()));
        return exchange.action() + ": " + exchange.reply().status() + " " + detail;
    }

    private static String source(Exchange exchange) {
        return exchange.reply().json().path("source").asText();
    }
}
