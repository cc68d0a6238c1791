package uk.co.tenantwise.cx.reliability.harness;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Tokens that the nodes of a world accept, for a day. */
public final class Tokens {
    /** An administrator. */
    public static final String ADMIN = signed("alex.admin", "ADMIN");

    /** The portal, on behalf of any customer. */
    public static final String PORTAL = signed("portal", "PORTAL");

    static final String SECRET_VARIABLE = "CX_JWT_SECRET";

    private Tokens() {}

    static String secret() {
        return "a-secret-of-the-tests-that-is-long-enough";
    }

    private static String signed(String subject, String role) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .claim("roles", List.of(role))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofDays(1))))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(secret().getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }
}
