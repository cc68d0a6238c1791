package uk.co.tenantwise.cx.benchmarks.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What holds for every single answer, whatever goes wrong around the service. Immutable.
 *
 * @param refresh the age from which data are retrieved again
 * @param maxStale the age from which they are not shown any more
 */
record AnswerRules(Duration refresh, Duration maxStale) {
    private static final Set<String> OUTCOMES = Set.of("CANCELLED", "ALREADY_CANCELLED", "UNKNOWN", "REFUSED");

    /** The codes by which the service may say that it cannot answer now. */
    private static final Set<String> UNAVAILABLE = Set.of(
            "CX_UNREACHABLE",
            "CX_TIMED_OUT",
            "CX_THROTTLED",
            "CX_UNAVAILABLE",
            "CX_CONTRACT_BROKEN",
            "CX_BUSY",
            "STORE_UNAVAILABLE");

    /** What is wrong with an answer, nothing when it keeps all promises. */
    List<String> check(Exchange exchange) {
        List<String> wrong = new ArrayList<>();
        Canary.in(exchange.reply().body()).stream()
                .filter(canary -> !canary.equals(exchange.tenant().canary()))
                .forEach(canary -> wrong.add("another customer's data, " + canary.word()));
        try {
            JsonNode body = exchange.reply().json();
            switch (exchange.action()) {
                case SIGN_IN, READ -> checkList(exchange, body, wrong);
                case CANCEL -> checkOutcome(exchange, body, wrong);
                case LOOK_UP -> checkLookUp(exchange, body, wrong);
            }
        } catch (UncheckedIOException e) {
            wrong.add("not JSON");
        }
        return wrong.stream().map(what -> what + ": " + exchange).toList();
    }

    private void checkList(Exchange exchange, JsonNode body, List<String> wrong) {
        if (exchange.reply().status() != 200) {
            checkUnavailable(exchange, body, wrong);
            return;
        }
        checkContent(exchange.tenant(), body, wrong);
        String source = body.path("source").asText();
        Duration age = ListAges.atSending(exchange, body);
        if (body.has("stale") != source.equals("STALE")) {
            wrong.add("stale without its label, or the label without being stale");
        }
        switch (source) {
            case "LIVE" -> {}
            case "CACHE" -> {
                if (exchange.action() == Exchange.Action.SIGN_IN) {
                    wrong.add("a sign-in from the cache");
                }
                if (age.compareTo(refresh) >= 0) {
                    wrong.add("older than the refresh time without a label");
                }
            }
            case "STALE" -> {
                if (age.compareTo(maxStale) > 0) {
                    wrong.add("staler than allowed");
                }
                if (!ListAges.saysItsAge(exchange, body)) {
                    wrong.add("a wrong age");
                }
            }
            default -> wrong.add("an unknown source");
        }
    }

    /** A list is whole or is not given: everything of this customer, and nothing else. */
    private static void checkContent(Tenant tenant, JsonNode body, List<String> wrong) {
        List<String> repairs = body.path("repairs").findValuesAsText("reference");
        List<String> visits = body.path("repairs").findValues("appointments").stream()
                .flatMap(list -> list.findValuesAsText("id").stream())
                .toList();
        if (!body.path("customer").asText().equals(tenant.contact())) {
            wrong.add("a list of somebody else");
        }
        if (repairs.size() != tenant.repairs().size() || !tenant.repairs().containsAll(repairs)) {
            wrong.add("not the customer's repairs");
        }
        if (visits.size() != tenant.visits().size() || !tenant.visits().containsAll(visits)) {
            wrong.add("not the customer's visits");
        }
    }

    private static void checkOutcome(Exchange exchange, JsonNode body, List<String> wrong) {
        String outcome = body.path("outcome").asText();
        boolean fits = switch (exchange.reply().status()) {
            case 200 -> outcome.equals("CANCELLED") || outcome.equals("ALREADY_CANCELLED");
            case 202 -> outcome.equals("UNKNOWN");
            case 409 -> outcome.equals("REFUSED") && body.path("code").asText().equals("WORK_STARTED");
            default -> {
                checkUnavailable(exchange, body, wrong);
                yield true;
            }
        };
        if (!fits) {
            wrong.add("an outcome that does not go with its status");
        }
        if (exchange.reply().status() != 503 && body.path("id").asText().isEmpty()) {
            wrong.add("an outcome without the id of its attempt");
        }
    }

    private static void checkLookUp(Exchange exchange, JsonNode body, List<String> wrong) {
        if (exchange.reply().status() != 200) {
            checkUnavailable(exchange, body, wrong);
        } else if (!OUTCOMES.contains(body.path("outcome").asText())) {
            wrong.add("an unknown outcome");
        }
    }

    private static void checkUnavailable(Exchange exchange, JsonNode body, List<String> wrong) {
        if (exchange.reply().status() != 503) {
            wrong.add("an unexpected status");
        } else if (!UNAVAILABLE.contains(body.path("code").asText())) {
            wrong.add("an unexpected code");
        }
    }
}
