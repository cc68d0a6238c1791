package uk.co.tenantwise.cx.benchmarks.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.co.tenantwise.cx.reliability.harness.Rows;
import uk.co.tenantwise.cx.reliability.harness.Until;
import uk.co.tenantwise.cx.simulator.Cancellation;

/** All is healed and nobody comes any more: waits until the nodes have settled everything, then compares all accounts. */
final class Finale {
    private static final Duration HEALTHY = Duration.ofMinutes(1);
    private static final Duration SETTLED = Duration.ofMinutes(3);
    private static final Duration SHOWN = SoakPlan.REFRESH.plusSeconds(30);

    private final Surroundings surroundings;
    private final Desk desk;
    private final Findings findings;
    private final Map<String, Tenant> tenants;

    Finale(Surroundings surroundings, Desk desk, Findings findings) {
        this.surroundings = surroundings;
        this.desk = desk;
        this.findings = findings;
        this.tenants = surroundings.tenants().stream().collect(Collectors.toMap(Tenant::contact, Function.identity()));
    }

    void run() throws Exception {
        for (int node = 0; node < 2; node++) {
            awaitHealth(node);
        }
        for (KeyHistory history : desk.histories()) {
            answerAgain(history);
        }
        try (Connection connection = surroundings.world().postgres().connect()) {
            awaitSettled(connection);
            List<RecordedAttempt> record = record(connection);
            record.stream().filter(attempt -> attempt.sends() > 1).forEach(attempt -> findings.count("sent again"));
            findings.broken(new FinalRules(desk.histories(), record, effects()).check());
            lookUp(record);
        }
        for (Tenant tenant : surroundings.tenants()) {
            for (int node = 0; node < 2; node++) {
                checkShown(tenant, node);
            }
        }
    }

    /** A breaker that a fault has opened tries again after some seconds. */
    private void awaitHealth(int node) throws Exception {
        Tenant tenant = surroundings.tenants().getFirst();
        expect(
                "node " + (node + 1) + " reads from Cx again",
                HEALTHY,
                () -> desk.signIn(tenant, node)
                        .filter(exchange -> exchange.reply().text("source").equals("LIVE"))
                        .isPresent());
    }

    /** What customers do who got no answer: they ask again under the same key. Those who got one get it again. */
    private void answerAgain(KeyHistory history) throws Exception {
        Tenant tenant = tenant(history.target());
        int node = history.key().hashCode() & 1;
        expect(
                "an answer to " + history,
                HEALTHY,
                () -> desk.cancel(tenant, history, node)
                        .filter(exchange -> exchange.reply().status() != 503)
                        .isPresent());
    }

    private void awaitSettled(Connection connection) throws Exception {
        expect(
                "no attempt is open",
                SETTLED,
                () -> Rows.texts(connection, "SELECT id FROM cx_cancellation WHERE open_target IS NOT NULL")
                        .isEmpty());
    }

    private static List<RecordedAttempt> record(Connection connection) throws SQLException {
        return Rows.texts(
                        connection,
                        "SELECT concat_ws(' ', id, target, outcome, open_target IS NOT NULL, sends)"
                                + " FROM cx_cancellation")
                .stream()
                .map(row -> row.split(" "))
                .map(row -> new RecordedAttempt(row[0], row[1], row[2], row[3].equals("t"), Integer.parseInt(row[4])))
                .toList();
    }

    private Map<String, Long> effects() {
        return surroundings.world().cx().site().cancellations().stream()
                .collect(Collectors.groupingBy(Cancellation::reference, Collectors.counting()));
    }

    /** What a customer is told who asks what became of it. */
    private void lookUp(Collection<RecordedAttempt> record) {
        Map<String, RecordedAttempt> byId =
                record.stream().collect(Collectors.toMap(RecordedAttempt::id, Function.identity()));
        List<String> wrong = new ArrayList<>();
        for (KeyHistory history : desk.histories()) {
            Optional<RecordedAttempt> recorded = history.attempt().map(byId::get);
            recorded.flatMap(attempt -> desk.lookUp(tenant(history.target()), attempt.id(), 0))
                    .map(exchange -> exchange.reply().text("outcome"))
                    .filter(outcome -> !outcome.equals(
                            recorded.map(RecordedAttempt::outcome).orElse("")))
                    .ifPresent(outcome -> wrong.add("told " + outcome + ", recorded " + recorded));
        }
        findings.broken(wrong);
    }

    /** What is cancelled is shown so on both nodes, at the latest when what they keep has become due. */
    private void checkShown(Tenant tenant, int node) throws Exception {
        Set<String> done = effects().keySet();
        expect(
                "node " + (node + 1) + " shows what is cancelled to " + tenant.contact(),
                SHOWN,
                () -> desk.read(tenant, node)
                        .filter(exchange -> exchange.reply().status() == 200
                                && cancellable(exchange.reply().json()).stream().noneMatch(done::contains))
                        .isPresent());
    }

    private static List<String> cancellable(JsonNode list) {
        List<String> found = new ArrayList<>();
        for (JsonNode repair : list.path("repairs")) {
            if (repair.path("cancellation").path("allowed").asBoolean()) {
                found.add(repair.path("reference").asText());
            }
            for (JsonNode visit : repair.path("appointments")) {
                if (visit.path("cancellation").path("allowed").asBoolean()) {
                    found.add(visit.path("id").asText());
                }
            }
        }
        return found;
    }

    private Tenant tenant(Target target) {
        return Optional.ofNullable(tenants.get(target.contact())).orElseThrow();
    }

    private void expect(String what, Duration atMost, Callable<Boolean> condition) throws Exception {
        try {
            Until.isTrue(what, atMost, condition);
        } catch (AssertionError late) {
            findings.broken(List.of(String.valueOf(late.getMessage())));
        }
    }
}
