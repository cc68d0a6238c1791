package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;

/** What operators read of a running service, as Prometheus reads it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTest {
    /** Metrics with the routes and statuses of this test; some hundred more come from other routes and statuses. */
    private static final int MOST_SERIES = 600;

    private Running app;

    @BeforeAll
    void start(@TempDir Path data) {
        app = Running.start(data);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @BeforeEach
    void fresh() {
        app.fresh();
    }

    private void rises(double before, String series, double by) {
        assertThat(value(series) - before).as(series).isEqualTo(by);
    }

    private double value(String series) {
        return Scrape.of(app).value(series);
    }

    private void shows(String series, double expected) {
        Eventually.until(series + " = " + expected, () -> value(series) == expected);
    }

    @Nested
    class Served {
        @Test
        void served_shouldCountAnswersBySourceWithTheirAge() {
            double live = value("cx_served_total{source=\"LIVE\"}");
            double cache = value("cx_served_total{source=\"CACHE\"}");
            double stale = value("cx_served_total{source=\"STALE\"}");
            double retrievals = value("cx_retrievals_total");
            double older = value("cx_served_age_seconds_bucket{source=\"STALE\",le=\"900.0\"}");
            double old = value("cx_served_age_seconds_bucket{source=\"STALE\",le=\"3600.0\"}");
            app.get(Tokens.PORTAL, "/customers/C-1001/repairs").is(200);
            rises(retrievals, "cx_retrievals_total", 2);
            app.get(Tokens.PORTAL, "/customers/C-1001/repairs").is(200);
            rises(retrievals, "cx_retrievals_total", 2);
            app.clock.advance(Duration.ofMinutes(40));
            app.cx.faults().always(Endpoint.WORK_ORDERS, Fault.status(503));
            app.get(Tokens.PORTAL, "/customers/C-1001/repairs").is(200);
            rises(live, "cx_served_total{source=\"LIVE\"}", 1);
            rises(cache, "cx_served_total{source=\"CACHE\"}", 1);
            rises(stale, "cx_served_total{source=\"STALE\"}", 1);
            rises(older, "cx_served_age_seconds_bucket{source=\"STALE\",le=\"900.0\"}", 0);
            rises(old, "cx_served_age_seconds_bucket{source=\"STALE\",le=\"3600.0\"}", 1);
            assertThat(value("cx_served_age_seconds_max{source=\"STALE\"}")).isGreaterThanOrEqualTo(2_400);
        }
    }

    @Nested
    class Cx {
        @Test
        void faults_shouldBeCountedByCode_andTheLastAnswerAge() {
            double unavailable = value("cx_faults_total{code=\"CX_UNAVAILABLE\"}");
            app.post(Tokens.PORTAL, "/customers/C-1001/sign-in", "").is(200);
            assertThat(value("cx_failing")).isZero();
            assertThat(value("cx_last_answer_age_seconds")).isZero();
            app.clock.advance(Duration.ofSeconds(90));
            app.cx.faults().always(Endpoint.ANY, Fault.status(503));
            app.post(Tokens.PORTAL, "/customers/C-1001/sign-in", "").is(200);
            assertThat(value("cx_faults_total{code=\"CX_UNAVAILABLE\"}")).isGreaterThan(unavailable);
            assertThat(value("cx_failing")).isEqualTo(1);
            assertThat(value("cx_last_answer_age_seconds")).isEqualTo(90);
        }
    }

    @Nested
    class Clocks {
        @Test
        void clocks_shouldBeCompared() {
            app.post(Tokens.PORTAL, "/customers/C-1001/sign-in", "").is(200);
            assertThat(value("cx_clock_ahead_seconds")).isZero();

            app.cx.date(() -> app.clock.instant().minus(Duration.ofMinutes(5)));
            app.post(Tokens.PORTAL, "/customers/C-1001/sign-in", "").is(200);
            assertThat(value("cx_clock_ahead_seconds")).isEqualTo(300);
        }
    }

    @Nested
    class Cancellations {
        @Test
        void cancellations_shouldBeCountedByOutcome() {
            double cancelled = value("cx_cancellations_total{outcome=\"CANCELLED\"}");
            app.post(Tokens.PORTAL, "/customers/C-1001/repairs/WO-1/cancellation", "")
                    .is(200);
            rises(cancelled, "cx_cancellations_total{outcome=\"CANCELLED\"}", 1);
        }

        @Test
        void unresolved_shouldShowHowManyAndHowOld_untilTheyAreResolved() {
            app.cx.faults().next(Endpoint.CANCEL_ORDER, Fault.resetAfterEffect());
            app.cx
                    .faults()
                    .when(
                            Endpoint.WORK_ORDER,
                            Integer.MAX_VALUE,
                            request -> app.cx.requests().count(Endpoint.CANCEL_ORDER) > 0,
                            Fault.status(500));
            shows("cx_cancellations_unresolved", 0);
            app.post(Tokens.PORTAL, "/customers/C-1001/repairs/WO-1/cancellation", "")
                    .is(202);
            shows("cx_cancellations_unresolved", 1);
            app.clock.advance(Duration.ofMinutes(59));
            shows("cx_cancellations_unresolved_oldest_seconds", 3_540);
            assertThat(value("cx_cancellations_needing_attention")).isZero();
            app.clock.advance(Duration.ofMinutes(2));
            shows("cx_cancellations_needing_attention", 1);
            app.cx.faults().clear();
            app.clock.advance(Duration.ofMinutes(6));
            shows("cx_cancellations_unresolved", 0);
            assertThat(value("cx_cancellations_unresolved_oldest_seconds")).isZero();
            assertThat(value("cx_cancellations_needing_attention")).isZero();
        }
    }

    @Nested
    class Node {
        @Test
        void node_shouldShowSettingsDatabaseAndJobs() {
            int version = app.get(Tokens.ADMIN, "/integration")
                    .is(200)
                    .path("version")
                    .asInt();
            shows("cx_settings_version", version);
            shows("cx_enabled", 1);
            shows("cx_database_available", 1);
            Eventually.until(
                    "jobs ran",
                    () -> value("cx_job_age_seconds{task=\"resolve\"}") >= 0
                            && value("cx_job_age_seconds{task=\"watch\"}") >= 0);
            assertThat(Scrape.of(app).names())
                    .contains("hikaricp_connections_active", "jvm_memory_used_bytes", "process_start_time_seconds");
        }
    }

    @Nested
    class Privacy {
        @Test
        void scrape_shouldNameNobody_andStaySmall() {
            for (int i = 0; i < 50; i++) {
                app.get(Tokens.PORTAL, "/customers/C-1001/repairs?canary-" + i);
                app.get(Tokens.PORTAL, "/customers/canary-" + i + "/repairs");
                app.get(Tokens.PORTAL, "/customers/C-1001/cancellations/canary-" + i);
                app.get("", "/customers/canary-" + i + "/repairs");
                app.get(Tokens.PORTAL, "/canary-" + i);
                app.send(Tokens.PORTAL, "CANARY" + i, "/customers/canary-" + i, "");
                app.post(Tokens.PORTAL, "/customers/C-1001/repairs/canary-" + i + "/cancellation", "");
            }
            Scrape scrape = Scrape.of(app);
            assertThat(scrape.text())
                    .contains("uri=\"/api/v1/customers/{contact}/repairs\"")
                    .doesNotContainIgnoringCase("canary")
                    .doesNotContain(
                            "C-1001", "WO-1", SampleSite.USER, app.cx.baseUrl().toString());
            assertThat(scrape.lines()).hasSizeLessThan(MOST_SERIES);
            assertThat(List.copyOf(scrape.names())).doesNotContain("");
        }
    }
}
