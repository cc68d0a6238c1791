package uk.co.tenantwise.cx.app.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Where the keys come from that tokens are checked with. */
public final class TokenKeys {
    private static final int SECRET_BYTES = 32;
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int MAX_BYTES = 256 * 1024;
    private static final Set<JWSAlgorithm> PUBLIC_KEY_ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private TokenKeys() {}

    /** One shared secret, for HS256 alone. */
    public static JWSKeySelector<SecurityContext> shared(String secret) {
        return new JWSVerificationKeySelector<>(
                JWSAlgorithm.HS256, new ImmutableSecret<>(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** The public keys that an issuer publishes; fetched when first needed, kept, and fetched again for an unknown key. */
    public static JWSKeySelector<SecurityContext> published(URI jwks) {
        try {
            return new JWSVerificationKeySelector<>(
                    PUBLIC_KEY_ALGORITHMS,
                    JWKSourceBuilder.create(
                                    jwks.toURL(),
                                    new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES))
                            .retrying(true)
                            .outageTolerant(true)
                            .build());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a URL: " + jwks, e);
        }
    }

    /** The secret in {@code file}; at the first start 256 random bits are put there. */
    public static String made(Path file) {
        return PrivateFile.read(file).orElseGet(() -> {
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            return PrivateFile.writeOnce(
                    file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        });
    }
}
