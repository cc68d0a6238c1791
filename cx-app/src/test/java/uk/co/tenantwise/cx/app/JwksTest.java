package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that an issuer signs whose public keys are published. */
class JwksTest {
    private static final JWTClaimsSet ADMIN =
            Tokens.claims("issued").claim("roles", "ADMIN").build();

    private RSAKey key;
    private HttpServer issuer;
    private final AtomicInteger asked = new AtomicInteger();
    private Running app;

    @BeforeEach
    void start(@TempDir Path data) throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        app = Running.start(
                data,
                Map.of(
                        "CX_JWT_SECRET",
                        "",
                        "CX_JWKS_URL",
                        "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys"));
    }

    @AfterEach
    void stop() {
        app.close();
        issuer.stop(0);
    }

    private static String signed(RSAKey with, JWSAlgorithm algorithm) throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("k1").build(), ADMIN);
        token.sign(new RSASSASigner(with));
        return token.serialize();
    }

    @Nested
    class Check {
        @Test
        void token_shouldBeAccepted_whenTheIssuerSignedIt() throws JOSEException {
            app.get(signed(key, JWSAlgorithm.RS256), "/integration").is(200);
            app.get(signed(key, JWSAlgorithm.PS256), "/integration").is(200);
            assertThat(asked).hasValue(1);
        }

        @Test
        void token_shouldBeRefused_whenAnotherKeyOrThePublicOneSignedIt() throws JOSEException {
            RSAKey other = new RSAKeyGenerator(2048).keyID("k1").generate();
            app.get(signed(other, JWSAlgorithm.RS256), "/integration").isProblem(401, "UNAUTHENTICATED");
            String publicKey = new String(key.toRSAPublicKey().getEncoded(), StandardCharsets.ISO_8859_1);
            app.get(Tokens.signed(ADMIN, publicKey, JWSAlgorithm.HS256), "/integration")
                    .isProblem(401, "UNAUTHENTICATED");
            app.get(Tokens.ADMIN, "/integration").isProblem(401, "UNAUTHENTICATED");
        }

        @Test
        void token_shouldBeAnswered503_whenTheKeysCannotBeFetched() throws JOSEException {
            issuer.stop(0);
            Answer answer = app.get(signed(key, JWSAlgorithm.RS256), "/integration");
            answer.isProblem(503, "TOKEN_KEYS_UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        }
    }
}
