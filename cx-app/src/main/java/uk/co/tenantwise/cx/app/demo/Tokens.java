package uk.co.tenantwise.cx.app.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import uk.co.tenantwise.cx.app.security.Roles;

/** Makes tokens, as the portal's own log-in would. */
final class Tokens {
    private static final Duration LIFE = Duration.ofHours(12);

    private final String secret;
    private final InstantSource clock;

    Tokens(String secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    String administrator() {
        return sign(new JWTClaimsSet.Builder().subject("demo-administrator").claim("roles", List.of(Roles.ADMIN)));
    }

    String customer(String contact) {
        return sign(new JWTClaimsSet.Builder()
                .subject("demo-customer")
                .claim("roles", List.of(Roles.CUSTOMER))
                .claim("cx_contact", contact));
    }

    private String sign(JWTClaimsSet.Builder claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                claims.expirationTime(Date.from(clock.instant().plus(LIFE))).build());
        try {
            token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalStateException("a secret of 32 bytes or more can sign", e);
        }
        return token.serialize();
    }
}
