package uk.co.tenantwise.cx.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a fault that is scripted over HTTP. Every wrong or unknown value is an {@link IllegalArgumentException}. */
final class FaultJson {

    /** The names of the faults, each with the parameters that it takes. */
    static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("status", List.of("status", "headers", "body", "afterEffect")),
            Map.entry("delay", List.of("millis", "beforeEffect")),
            Map.entry("hold", List.of("afterEffect")),
            Map.entry("reset", List.of("afterEffect")),
            Map.entry("close", List.of()),
            Map.entry("stall", List.of("afterEffect")),
            Map.entry("truncated", List.of()),
            Map.entry("reset-mid-body", List.of()),
            Map.entry("slow-drip", List.of("millis")),
            Map.entry("malformed-json", List.of()),
            Map.entry("wrong-content-type", List.of("contentType")),
            Map.entry("login-page", List.of()),
            Map.entry("redirect-to-login", List.of()),
            Map.entry("edge-forbidden", List.of()),
            Map.entry("no-permission", List.of()),
            Map.entry("oversized", List.of("bytes")),
            Map.entry("gzip-bomb", List.of("bytes")),
            Map.entry("expire-tokens", List.of()),
            Map.entry("reject-credentials", List.of()),
            Map.entry("empty-list", List.of()),
            Map.entry("success-without-effect", List.of()),
            Map.entry("late-effect", List.of("requests", "reset")));

    private final ObjectNode json;

    private FaultJson(ObjectNode json) {
        this.json = json;
    }

    static Script script(ObjectNode json, Faults faults) {
        FaultJson reader = new FaultJson(json);
        String endpoint = Json.text(json, "endpoint")
                .orElse("ANY")
                .toUpperCase(Locale.ROOT)
                .replace('-', '_');
        int times = (int) reader.number("times", 1, Integer.MAX_VALUE);
        boolean always = reader.flag("always");
        return faults.next(Endpoint.valueOf(endpoint), always ? Integer.MAX_VALUE : times, reader.fault());
    }

    private Fault fault() {
        String name = Json.text(json, "fault").orElseThrow(() -> new IllegalArgumentException("fault is missing"));
        boolean after = flag("afterEffect");
        return switch (name) {
            case "status" -> answer(after);
            case "delay" -> new Fault.Delay(millis(), flag("beforeEffect"));
            case "hold" -> new Fault.Hold(!after);
            case "reset" -> new Fault.HangUp(after, true);
            case "close" -> Fault.close();
            case "stall" -> new Fault.Stall(after);
            case "truncated" -> Fault.truncated();
            case "reset-mid-body" -> Fault.resetMidBody();
            case "slow-drip" -> Fault.slowDrip(millis());
            case "malformed-json" -> Fault.malformedJson();
            case "wrong-content-type" ->
                Fault.wrongContentType(Json.text(json, "contentType").orElse("text/plain"));
            case "login-page" -> Fault.loginPage();
            case "redirect-to-login" -> Fault.redirectToLogin();
            case "edge-forbidden" -> Fault.edgeForbidden();
            case "no-permission" -> Fault.noPermission();
            case "oversized" -> Fault.oversized(number("bytes", 20_000_000, Long.MAX_VALUE));
            case "gzip-bomb" -> Fault.gzipBomb(number("bytes", 200_000_000, Long.MAX_VALUE));
            case "expire-tokens" -> Fault.expireTokens();
            case "reject-credentials" -> Fault.rejectCredentials();
            case "empty-list" -> Fault.emptyList();
            case "success-without-effect" -> Fault.successWithoutEffect();
            case "late-effect" -> {
                int requests = (int) number("requests", 1, Integer.MAX_VALUE - 1);
                yield flag("reset") ? Fault.lateEffectAfterReset(requests) : Fault.lateEffect(requests);
            }
            default -> throw new IllegalArgumentException("there is no such fault; GET /simulator lists them");
        };
    }

    private Fault.Answer answer(boolean after) {
        Fault.Answer answer = Fault.status((int) number("status", 500, 599));
        if (Json.field(json, "headers").orElse(null) instanceof ObjectNode headers) {
            for (Map.Entry<String, JsonNode> header : headers.properties()) {
                answer = answer.header(header.getKey(), header.getValue().asText());
            }
        }
        if (Json.text(json, "body").isPresent()) {
            answer = answer.body(Json.text(json, "body").get());
        }
        return after ? answer.afterEffect() : answer;
    }

    private Duration millis() {
        return Duration.ofMillis(number("millis", 1_000, Integer.MAX_VALUE));
    }

    private boolean flag(String key) {
        return Json.field(json, key).map(JsonNode::asBoolean).orElse(false);
    }

    private long number(String key, long otherwise, long max) {
        long value = Json.field(json, key)
                .map(node -> {
                    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
                        throw new IllegalArgumentException(key + " must be a whole number");
                    }
                    return node.longValue();
                })
                .orElse(otherwise);
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(key + " must be 0 to " + max + ", was " + value);
        }
        return value;
    }
}
