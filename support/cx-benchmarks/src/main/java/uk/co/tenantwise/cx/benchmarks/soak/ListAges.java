package uk.co.tenantwise.cx.benchmarks.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** How old a list was; nodes and soak share one clock. */
final class ListAges {
    private ListAges() {}

    /** Its age when it was asked for, which is less than when it was served. */
    static Duration atSending(Exchange exchange, JsonNode body) {
        return Duration.between(retrieved(body), exchange.sent());
    }

    /** Whether the age that it says lies between that of sending the request and that of receiving the answer. */
    static boolean saysItsAge(Exchange exchange, JsonNode body) {
        long said = body.path("stale").path("ageSeconds").asLong(-1);
        long least = Math.max(0, atSending(exchange, body).toSeconds());
        long most = Duration.between(retrieved(body), exchange.received()).toSeconds();
        return said >= least && said <= most;
    }

    private static Instant retrieved(JsonNode body) {
        return Instant.parse(body.path("retrievedAt").asText());
    }
}
