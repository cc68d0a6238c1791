package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;

/** Traces, as a collector on this machine receives them. */
class TracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private static Running start(Path data, Collector collector, Map<String, String> more) {
        Map<String, String> environment =
                new HashMap<>(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url(), "OTEL_BSP_SCHEDULE_DELAY", "50"));
        environment.putAll(more);
        return Running.start(data, environment);
    }

    /** The identity of the trace as it stands in what is sent. */
    private static String bytes() {
        return new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1);
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    @Nested
    class On {
        @Test
        void request_shouldBeOneTraceWithItsCallsToCx_whenTheCallerBeganIt(@TempDir Path data) {
            try (Collector collector = new Collector();
                    Running app = start(data, collector, Map.of())) {
                app.fresh();
                app.send(
                                Tokens.PORTAL,
                                "POST",
                                "/customers/C-1001/sign-in",
                                "",
                                "traceparent",
                                PARENT,
                                "tracestate",
                                "canary=canary-state",
                                "baggage",
                                "canary=canary-baggage")
                        .is(200);
                Eventually.until(
                        "the request, repairs, appointments and customer are there",
                        () -> count(collector.text(), bytes()) == 4);
                assertThat(collector.text())
                        .contains(
                                "/v1/traces",
                                "tenantwise-cx",
                                "POST /api/v1/customers/{contact}/sign-in",
                                "cx repairs",
                                "cx appointments",
                                "cx customer");
            }
        }

        @Test
        void spans_shouldNameNobody_whateverIsAsked(@TempDir Path data) {
            try (Collector collector = new Collector();
                    Running app = start(data, collector, Map.of())) {
                app.fresh();
                app.get(Tokens.PORTAL, "/customers/C-1001/repairs?q=canary").is(200);
                app.get(Tokens.PORTAL, "/customers/canary-1/repairs");
                app.get("", "/canary-2");
                app.send(Tokens.PORTAL, "CANARY", "/customers/C-1001/repairs", "");
                app.cx.faults().next(Endpoint.CANCEL_ORDER, Fault.resetAfterEffect());
                app.post(Tokens.PORTAL, "/customers/C-1001/repairs/WO-1/cancellation", "{\"note\": \"canary-note\"}")
                        .is(200);
                app.cx.faults().always(Endpoint.WORK_ORDERS, Fault.status(503));
                app.post(Tokens.PORTAL, "/customers/C-2002/sign-in", "").isProblem(503, "CX_UNAVAILABLE");
                Eventually.until(
                        "the last one is there",
                        () -> collector.text().contains("CX_UNAVAILABLE")
                                && collector.text().contains("POST /api/v1/customers/{contact}/sign-in"));
                assertThat(collector.text())
                        .contains("cx cancel repair", "GET no route", "_OTHER ")
                        .doesNotContainIgnoringCase("canary")
                        .doesNotContain(
                                "C-1001",
                                "C-2002",
                                "WO-1",
                                SampleSite.USER,
                                SampleSite.NAME,
                                Tokens.PORTAL,
                                app.cx.baseUrl().toString());
            }
        }

        @Test
        @ResourceLock(Resources.SYSTEM_OUT)
        void logLines_shouldNameTheTrace(@TempDir Path data) {
            PrintStream console = System.out;
            ByteArrayOutputStream captured = new ByteArrayOutputStream();
            System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
            try (Collector collector = new Collector();
                    Running app = start(data, collector, Map.of())) {
                app.fresh();
                app.cx.faults().always(Endpoint.WORK_ORDERS, Fault.status(503));
                app.send(Tokens.PORTAL, "POST", "/customers/C-1001/sign-in", "", "traceparent", PARENT)
                        .isProblem(503, "CX_UNAVAILABLE");
            } finally {
                System.setOut(console);
            }
            assertThat(captured.toString(StandardCharsets.UTF_8))
                    .containsPattern("WARN +Observer " + TRACE + " Cx: CX_UNAVAILABLE");
        }
    }

    @Nested
    class Off {
        @Test
        void nothing_shouldBeSent_whenTracesAreNotWanted(@TempDir Path data) {
            for (Map<String, String> no : java.util.List.of(
                    Map.of("OTEL_TRACES_EXPORTER", "none"),
                    Map.of("OTEL_SDK_DISABLED", "true"),
                    Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", ""))) {
                try (Collector collector = new Collector()) {
                    try (Running app = start(data, collector, no)) {
                        app.fresh();
                        app.get(Tokens.PORTAL, "/customers/C-1001/repairs").is(200);
                        assertThat(app.service().context().containsBean(io.opentelemetry.api.trace.Tracer.class))
                                .isFalse();
                    }
                    assertThat(collector.text()).isEmpty();
                }
            }
        }
    }
}
