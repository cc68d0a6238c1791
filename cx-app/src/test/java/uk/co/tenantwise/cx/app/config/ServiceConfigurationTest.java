package uk.co.tenantwise.cx.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.settings.Secret;

class ServiceConfigurationTest {
    @Nested
    class Read {
        @Test
        void read_shouldHaveADefaultForEverything_whenNothingIsSet() {
            ServiceConfiguration read = ServiceConfiguration.read(Map.of("CX_SERVER_PORT", " ", "CX_JWT_SECRET", ""));
            assertThat(read.port()).isEqualTo(8080);
            assertThat(read.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
            assertThat(read.database()).isEmpty();
            assertThat(read.adminUsername()).isEqualTo("admin");
            assertThat(read.adminPassword()).isEmpty();
            assertThat(read.jwtSecret()).isEmpty();
            assertThat(read.addresses()).isEmpty();
            assertThat(read.allowPrivateAddresses()).isFalse();
            assertThat(read.maxStale()).isEqualTo(Duration.ofDays(1));
            assertThat(read.apiTimeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(read.maxCalls()).isEqualTo(16);
            assertThat(read.firstByteTimeout()).isEmpty();
            assertThat(read.shutdownDelay()).isEqualTo(Duration.ofSeconds(2));
            assertThat(read.telemetry().traces()).isFalse();
            assertThat(read.cancellationsKept()).isEqualTo(Duration.ofDays(400));
            assertThat(read.keyFile()).isEmpty();
            assertThat(read.redisUri()).isEmpty();
        }

        @Test
        void read_shouldTakeTheLimitsOfCalls() {
            ServiceConfiguration read =
                    ServiceConfiguration.read(Map.of("CX_API_MAX_CALLS", "200", "CX_API_FIRST_BYTE_TIMEOUT", "PT4S"));
            assertThat(read.maxCalls()).isEqualTo(200);
            assertThat(read.firstByteTimeout()).contains(Duration.ofSeconds(4));
        }

        @Test
        void read_shouldTakeWhatIsSet() {
            ServiceConfiguration read = ServiceConfiguration.read(Map.of(
                    "CX_SERVER_PORT", "9000",
                    "CX_DATASOURCE_URL", "jdbc:postgresql://db/cx",
                    "CX_DATASOURCE_USERNAME", "cx",
                    "CX_DATASOURCE_PASSWORD", "p",
                    "CX_JWKS_URL", "https://id.example/keys",
                    "CX_INSTANCE_ADDRESSES", "192.0.2.1, 2001:db8::1 ,",
                    "CX_API_ALLOW_PRIVATE_ADDRESSES", "TRUE",
                    "CX_MAX_STALE", "PT0S",
                    "CX_API_TIMEOUT", "PT2.5S",
                    "CX_KEY_FILE", "/etc/cx.key"));
            assertThat(read.port()).isEqualTo(9000);
            assertThat(read.database().orElseThrow().url()).isEqualTo("jdbc:postgresql://db/cx");
            assertThat(read.jwksUrl()).contains(URI.create("https://id.example/keys"));
            assertThat(read.addresses()).containsExactly("192.0.2.1", "2001:db8::1");
            assertThat(read.allowPrivateAddresses()).isTrue();
            assertThat(read.maxStale()).isZero();
            assertThat(read.apiTimeout()).isEqualTo(Duration.ofMillis(2_500));
            assertThat(read.keyFile()).contains(Path.of("/etc/cx.key"));
        }

        @ParameterizedTest
        @CsvSource({
            "CX_SERVER_PORT,65536",
            "CX_CANCELLATIONS_KEPT,P29D",
            "CX_CANCELLATIONS_KEPT,P3651D",
            "CX_CANCELLATIONS_KEPT,P1Y",
            "CX_SERVER_PORT,http",
            "CX_DATASOURCE_URL,jdbc:mysql://db/cx",
            "CX_DATASOURCE_USERNAME,cx",
            "CX_ADMIN_USERNAME,a:b",
            "CX_JWT_SECRET,only-31-bytes-are-not-enough-xx",
            "CX_JWKS_URL,id.example/keys",
            "CX_JWKS_URL,file:///keys",
            "CX_INSTANCE_ADDRESSES,'192.0.2.1,my-host'",
            "CX_API_ALLOW_PRIVATE_ADDRESSES,yes",
            "CX_MAX_STALE,24h",
            "CX_MAX_STALE,-PT1S",
            "CX_API_MAX_CALLS,0",
            "CX_API_MAX_CALLS,201",
            "CX_API_FIRST_BYTE_TIMEOUT,PT0.01S",
            "CX_API_TIMEOUT,PT0S",
            "CX_API_TIMEOUT,PT6M",
            "CX_SHUTDOWN_DELAY,2",
            "OTEL_TRACES_EXPORTER,console",
            "CX_REDIS_URI,redis.example:6379",
            "CX_REDIS_URI,http://redis.example:6379",
            "CX_REDIS_URI,redis://",
            "CX_REDIS_URI,redis://redis.example:port",
            "CX_REDIS_URI,redis-sentinel://redis.example"
        })
        void read_shouldNameTheVariable_whenItIsWrong(String name, String value) {
            assertThatThrownBy(() -> ServiceConfiguration.read(Map.of(name, value)))
                    .isInstanceOf(ConfigurationProblem.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining("write");
        }

        @ParameterizedTest
        @CsvSource({
            "OTEL_TRACES_EXPORTER,otlp,true",
            "OTEL_EXPORTER_OTLP_ENDPOINT,http://collector:4318,true",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT,http://collector:4318/v1/traces,true",
            "OTEL_TRACES_EXPORTER,none,false",
            "OTEL_TRACES_EXPORTER,' ',false",
            "OTEL_SERVICE_NAME,cx,false"
        })
        void read_shouldTraceOnlyWhenAskedTo(String name, String value, boolean traces) {
            assertThat(ServiceConfiguration.read(Map.of(name, value))
                            .telemetry()
                            .traces())
                    .isEqualTo(traces);
        }

        @Test
        void read_shouldNotShowWhatACollectorIsOpenedWith() {
            assertThat(ServiceConfiguration.read(Map.of("OTEL_EXPORTER_OTLP_HEADERS", "api-key=canary"))
                            .toString())
                    .contains("otel.exporter.otlp.headers")
                    .doesNotContain("canary");
        }

        @Test
        void read_shouldTakePathsAndBankHolidays_whenASiteDiffers() {
            ServiceConfiguration read = ServiceConfiguration.read(
                    Map.of("CX_API_PATH_COMPANIES", "/rest/companies", "CX_BANK_HOLIDAYS", "+SCOTLAND 2030-06-17"));

            assertThat(read.paths().companies()).isEqualTo("/rest/companies");
            assertThat(read.paths().token()).isEqualTo("/api/token");
            assertThat(read.bankHolidays().overrides()).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({
            "CX_API_PATH_CONTACT, /contacts, CX_API_PATH_",
            "CX_API_PATH_TOKEN, token, CX_API_PATH_",
            "CX_BANK_HOLIDAYS, SCOTLAND 2030-06-17, CX_BANK_HOLIDAYS"
        })
        void read_shouldRefuse_whenAPathOrAHolidayCannotBeUnderstood(String name, String value, String named) {
            assertThatThrownBy(() -> ServiceConfiguration.read(Map.of(name, value)))
                    .isInstanceOf(ConfigurationProblem.class)
                    .hasMessageContaining(named);
        }

        @Test
        void read_shouldNotRepeatASecret_whenItIsWrong() {
            assertThatThrownBy(() -> ServiceConfiguration.read(Map.of("CX_JWT_SECRET", "canary")))
                    .isInstanceOf(ConfigurationProblem.class)
                    .message()
                    .doesNotContain("canary");
            assertThat(ServiceConfiguration.read(Map.of("CX_ADMIN_PASSWORD", "canary"))
                            .toString())
                    .doesNotContain("canary");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "redis://redis.example",
                    "rediss://:canary@redis.example:6380/2",
                    "redis://cx:canary@[2001:db8::1]:6379"
                })
        void read_shouldTakeTheRedisAndHideItsPassword(String uri) {
            ServiceConfiguration read = ServiceConfiguration.read(Map.of("CX_REDIS_URI", uri));

            assertThat(read.redisUri()).contains(Secret.of(uri));
            assertThat(read.toString()).doesNotContain("canary");
        }

        @ParameterizedTest
        @ValueSource(strings = {"redis://:canary@", "redis://cx:canary@host:port", "http://cx:canary@host"})
        void read_shouldNotRepeatThePasswordOfRedis_whenItsAddressIsWrong(String uri) {
            assertThatThrownBy(() -> ServiceConfiguration.read(Map.of("CX_REDIS_URI", uri)))
                    .isInstanceOf(ConfigurationProblem.class)
                    .hasNoCause()
                    .hasMessageContaining("CX_REDIS_URI")
                    .message()
                    .doesNotContain("canary");
        }

        @Test
        void read_shouldRefuse_whenTokensHaveTwoSources() {
            assertThatThrownBy(() -> ServiceConfiguration.read(
                            Map.of("CX_JWT_SECRET", "x".repeat(32), "CX_JWKS_URL", "https://id.example/keys")))
                    .isInstanceOf(ConfigurationProblem.class)
                    .hasMessageContaining("CX_JWKS_URL");
        }
    }
}
