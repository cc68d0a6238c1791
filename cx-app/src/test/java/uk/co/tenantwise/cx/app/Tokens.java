package uk.co.tenantwise.cx.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import uk.co.tenantwise.cx.testkit.Builders;

/** Tokens of the tests. */
final class Tokens {
    static final String SECRET = "a-secret-of-the-tests-that-is-long-enough";
    static final String ADMIN =
            signed(claims("alex.admin").claim("roles", List.of("ADMIN")).build());
    static final String PORTAL =
            signed(claims("portal").claim("roles", List.of("PORTAL")).build());

    private Tokens() {}

    static String customer(String contact) {
        return signed(claims("customer-" + contact.hashCode())
                .claim("roles", List.of("CUSTOMER"))
                .claim("cx_contact", contact)
                .build());
    }

    /** Claims that are good for a year from the time of the tests. */
    static JWTClaimsSet.Builder claims(String subject) {
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .expirationTime(Date.from(Builders.NOW.plusSeconds(365 * 86_400)));
    }

    static String signed(JWTClaimsSet claims) {
        return signed(claims, SECRET, JWSAlgorithm.HS256);
    }

    static String signed(JWTClaimsSet claims, String secret, JWSAlgorithm algorithm) {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        try {
            token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }
}
