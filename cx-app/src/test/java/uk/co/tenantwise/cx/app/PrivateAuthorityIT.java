package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;
import uk.co.tenantwise.cx.simulator.CxSimulator;

/** Cx, and a Redis that wants a password, behind certificates of an authority that only the landlord knows. */
class PrivateAuthorityIT {
    private static final String REDIS_PASSWORD = "redis-canary";
    private static final String STORE_PASSWORD = "trusted";

    @TempDir
    private Path folder;

    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private final HeldCertificate certificate = new HeldCertificate.Builder()
            .signedBy(authority)
            .addSubjectAlternativeName("localhost")
            .build();
    private final HandshakeCertificates identity =
            new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    private final CxSimulator cx = CxSimulator.builder().site(SampleSite::fill).start();
    private final TlsDoor doorOfCx =
            new TlsDoor(identity.sslContext(), cx.baseUrl().getPort());
    private final int redisPort = Program.freePort();
    private final RedisServer redis = redis(redisPort);
    private final TlsDoor doorOfRedis = new TlsDoor(identity.sslContext(), redisPort);
    private Packaged packaged;

    private static RedisServer redis(int port) {
        try {
            RedisServer server = new RedisServerBuilder()
                    .bind("127.0.0.1")
                    .port(port)
                    .setting("save \"\"")
                    .setting("requirepass " + REDIS_PASSWORD)
                    .build();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void prepare() {
        packaged = new Packaged(folder);
    }

    @AfterEach
    void stop() throws Exception {
        redis.stop();
        doorOfRedis.close();
        doorOfCx.close();
        cx.close();
    }

    private Map<String, String> environment(String redisPassword) {
        return new HashMap<>(Map.of(
                "CX_API_ALLOW_PRIVATE_ADDRESSES",
                "true",
                "CX_REDIS_URI",
                "rediss://:" + redisPassword + "@localhost:" + doorOfRedis.port()));
    }

    /** As the operator's guide says. */
    private Map<String, String> trusting(String redisPassword) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("landlord", authority.certificate());
        Path file = folder.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, STORE_PASSWORD.toCharArray());
        }
        Map<String, String> environment = environment(redisPassword);
        environment.put(
                "JDK_JAVA_OPTIONS",
                "-Djavax.net.ssl.trustStore=" + file + " -Djavax.net.ssl.trustStorePassword=" + STORE_PASSWORD);
        return environment;
    }

    private JsonNode tested() throws Exception {
        String connection = """
            {"enabled": true, "apiUrl": "https://localhost:%d", "username": "%s", "password": "%s"}\
            """.formatted(doorOfCx.port(), SampleSite.USER, Running.CX_PASSWORD);
        packaged.call("PUT", "/api/v1/integration/connection", connection).is(200);
        packaged.call("PUT", "/api/v1/integration/company", "{\"companyId\": \"1\"}");
        return packaged.call("POST", "/api/v1/integration/test", "").is(200);
    }

    private String redisStatus() {
        return Http.get(packaged.base() + "/health")
                .json()
                .path("details")
                .path("redis")
                .path("status")
                .asText();
    }

    @Test
    void service_shouldTrustThem_whenTheTrustStoreOfJavaDoes() throws Exception {
        try (Program service = packaged.start(trusting(REDIS_PASSWORD))) {
            service.awaitOutput(Packaged.READY);

            assertThat(tested().path("passed").asBoolean()).isTrue();
            Eventually.until("Redis is used", () -> redisStatus().equals("UP"));
        }
    }

    @Test
    void service_shouldSayWhatIsWrong_whenItDoesNotKnowTheAuthority() throws Exception {
        try (Program service = packaged.start(environment(REDIS_PASSWORD))) {
            service.awaitOutput(Packaged.READY);

            assertThat(tested().toString()).contains("is not trusted", "the operator of this service has to trust");
            service.awaitOutput("Redis is away (RedisConnectionException: SunCertPathBuilderException)");
            assertThat(redisStatus()).isEqualTo("DEGRADED");
        }
    }

    @Test
    void service_shouldSayWhatIsWrongAndNotThePassword_whenTheOneForRedisIs() throws Exception {
        try (Program service = packaged.start(trusting("wrong-canary"))) {
            service.awaitOutput(Packaged.READY);

            service.awaitOutput("Redis is away (RedisConnectionException: RedisCommandExecutionException WRONGPASS)");
            assertThat(service.output()).doesNotContain("wrong-canary");
        }
    }
}
