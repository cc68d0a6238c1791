package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The files in {@code docs/operations}: they must go by names that the service really has. */
class OperationsFilesTest {
    private static final Path FOLDER = Path.of("../docs/operations");

    /** Made by Prometheus for each node that it reads. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    /** Shown only when what they tell of has been set up or has happened: each with the test that sees it shown. */
    private static final Set<String> SHOWN_ELSEWHERE = Set.of(
            // RedisServiceTest
            "cx_redis_available", "cx_redis_failures_total", "cx_snapshot_hits_total");

    private static final Set<String> WORDS = Set.of(
            "abs",
            "sum",
            "min",
            "max",
            "by",
            "on",
            "and",
            "or",
            "rate",
            "increase",
            "min_over_time",
            "histogram_quantile",
            "label_values");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*");

    /** The names of metrics in an expression of PromQL. */
    private static Set<String> metrics(String expression) {
        String bare = expression
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("\\b(by|on) *\\([^)]*\\)", "")
                .replaceAll(", *\\w+\\)$", ")");
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            names.add(name.group());
        }
        names.removeAll(WORDS);
        return names;
    }

    private static JsonNode dashboard() throws IOException {
        return new ObjectMapper()
                .readTree(FOLDER.resolve("grafana-dashboard.json").toFile());
    }

    private static Set<String> ofDashboard() throws IOException {
        Set<String> names = new TreeSet<>();
        for (JsonNode panel : dashboard().path("panels")) {
            panel.path("targets")
                    .forEach(target -> names.addAll(metrics(target.path("expr").asText())));
        }
        for (JsonNode variable : dashboard().path("templating").path("list")) {
            names.addAll(metrics(variable.path("query").path("query").asText()));
        }
        return names;
    }

    private static List<Map<String, Object>> alerts() throws IOException {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file =
                new Yaml().load(Files.readString(FOLDER.resolve("alerts.yml")));
        List<Map<String, Object>> rules = new ArrayList<>();
        for (Map<String, List<Map<String, Object>>> group : file.getOrDefault("groups", List.of())) {
            rules.addAll(List.copyOf(group.getOrDefault("rules", List.of())));
        }
        return rules;
    }

    private static String text(Map<String, Object> rule, String part, String name) {
        return rule.get(part) instanceof Map<?, ?> map ? String.valueOf(map.get(name)) : "";
    }

    @Nested
    class Metrics {
        @Test
        void metrics_shouldAllBeShownByTheService(@TempDir Path data) throws IOException {
            Set<String> used = ofDashboard();
            assertThat(used).hasSizeGreaterThan(20);
            for (Map<String, Object> rule : alerts()) {
                Set<String> names = metrics(String.valueOf(rule.get("expr")));
                assertThat(names).as("%s", rule.get("alert")).isNotEmpty();
                used.addAll(names);
            }
            used.removeAll(OF_PROMETHEUS);
            used.removeAll(SHOWN_ELSEWHERE);
            try (Running app = Running.start(data)) {
                app.fresh();
                app.get(Tokens.PORTAL, "/customers/C-1001/repairs").is(200);
                System.gc();
                Eventually.until(
                        "the service shows all of " + used,
                        () -> Scrape.of(app).names().containsAll(used));
            }
        }

        @Test
        void metrics_shouldBeFoundInAnExpression() {
            assertThat(metrics(
                            "sum by (le, uri) (rate(a_bucket{le=\"0.5\",b=~\"c.*\"}[5m])) > 0.1 * max(d) and on (e) f"))
                    .containsExactly("a_bucket", "d", "f");
            assertThat(metrics("label_values(cx_failing, job)")).containsExactly("cx_failing");
        }
    }

    @Nested
    class Alerts {
        @Test
        void alerts_shouldSayHowBadItIs_andWhatToDo() throws IOException {
            List<String> anchors;
            try (Stream<String> lines = Files.lines(FOLDER.resolve("README.md"))) {
                anchors = lines.filter(line -> line.startsWith("### "))
                        .map(line -> line.substring(4).strip().toLowerCase(Locale.ROOT))
                        .toList();
            }
            Set<String> names = new TreeSet<>();
            for (Map<String, Object> rule : alerts()) {
                String name = String.valueOf(rule.get("alert"));
                assertThat(names.add(name)).as("%s once", name).isTrue();
                assertThat(text(rule, "labels", "severity")).as(name).isIn("critical", "warning");
                assertThat(String.valueOf(rule.get("for"))).as(name).matches("\\d+m");
                assertThat(text(rule, "annotations", "summary")).as(name).endsWith(".");
                assertThat(text(rule, "annotations", "runbook"))
                        .as(name)
                        .isEqualTo("README.md#" + name.toLowerCase(Locale.ROOT));
                assertThat(anchors).as(name).contains(name.toLowerCase(Locale.ROOT));
            }
            assertThat(names).hasSizeGreaterThan(10);
            assertThat(anchors).as("no section for an alert that there is not").hasSameSizeAs(names);
        }
    }

    @Nested
    class Dashboard {
        @Test
        void dashboard_shouldBeImportable() throws IOException {
            JsonNode dashboard = dashboard();
            assertThat(dashboard.path("uid").asText()).isEqualTo("tenantwise-cx");
            assertThat(dashboard.path("schemaVersion").asInt()).isPositive();
            Set<Integer> ids = new TreeSet<>();
            for (JsonNode panel : dashboard.path("panels")) {
                assertThat(ids.add(panel.path("id").asInt())).isTrue();
                assertThat(panel.path("title").asText()).isNotBlank();
                assertThat(panel.path("gridPos").path("w").asInt()).isBetween(1, 24);
                assertThat(panel.path("gridPos").path("x").asInt()
                                + panel.path("gridPos").path("w").asInt())
                        .isLessThanOrEqualTo(24);
                if (!panel.path("type").asText().equals("row")) {
                    assertThat(panel.path("targets"))
                            .as(panel.path("title").asText())
                            .isNotEmpty();
                    assertThat(panel.path("datasource").path("uid").asText()).isEqualTo("${source}");
                }
            }
            assertThat(ids).hasSizeGreaterThan(20);
        }
    }
}
