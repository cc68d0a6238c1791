package uk.co.tenantwise.cx.app.pages.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.web.PageSession.Audience;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.ports.driven.OneTimeKey;

/**
 * Makes, reads and ends sessions. A session is a signed JWT in a cookie, so that every node that has the key can read it;
 * the key signs nothing else, so that no token of the API is a session and no session a token. A session ends after 15
 * minutes without use, after 8 hours, and when its owner signs out, which all nodes are told. Thread-safe.
 */
final class Sessions {
    static final Duration IDLE = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofHours(8);

    private final byte[] key;
    private final InstantSource clock;
    private final UsedUp usedUp;
    private final SecureRandom random = new SecureRandom();

    Sessions(byte[] key, InstantSource clock, UsedUp usedUp) {
        this.key = key.clone();
        this.clock = clock;
        this.usedUp = usedUp;
    }

    /** A new session. */
    PageSession begin(Audience audience, String name, Optional<ContactReference> contact) {
        Instant now = clock.instant();
        return new PageSession(newId(), audience, name, contact, now, now);
    }

    /** What the cookie of {@code session} holds. */
    String write(PageSession session) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .jwtID(session.id())
                .audience(session.audience().name())
                .subject(session.name())
                .claim("begun", session.begun().getEpochSecond())
                .issueTime(Date.from(session.seen()));
        session.contact().ifPresent(contact -> claims.claim("contact", contact.value()));
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of 32 bytes can sign", e);
        }
        return token.serialize();
    }

    /** The session in a cookie; empty when it is forged, for other pages, too old, or ended. */
    Optional<PageSession> read(String cookie, Audience audience) {
        try {
            SignedJWT token = SignedJWT.parse(cookie);
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) || !token.verify(new MACVerifier(key))) {
                return Optional.empty();
            }
            return session(token.getJWTClaimsSet())
                    .filter(session -> session.audience() == audience)
                    .filter(this::isAlive);
        } catch (ParseException | JOSEException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The session is over, wherever its cookie is. */
    void end(PageSession session) {
        usedUp.useUp(key(session), session.begun().plus(LONGEST));
    }

    /** What every form has to send that is shown to somebody without a session but with the cookie {@code proof}. */
    String csrf(Audience audience, String proof) {
        return SessionKeys.digest(key, "form " + audience + " " + proof);
    }

    /** Whether {@code token} is what such a form sends. */
    boolean isCsrf(Audience audience, String proof, String token) {
        return isSame(csrf(audience, proof), token);
    }

    /** What every form of {@code session} has to send: it cannot be guessed, nor made from the cookie by anybody else. */
    String csrf(PageSession session) {
        return SessionKeys.digest(key, "csrf " + session.id());
    }

    /** Whether {@code token} is what a form of {@code session} sends. */
    boolean isCsrf(PageSession session, String token) {
        return isSame(csrf(session), token);
    }

    /** 128 random bits. */
    String newId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private boolean isAlive(PageSession session) {
        Instant now = clock.instant();
        return now.isBefore(session.seen().plus(IDLE))
                && now.isBefore(session.begun().plus(LONGEST))
                && !usedUp.isUsedUp(key(session));
    }

    private static OneTimeKey key(PageSession session) {
        return OneTimeKey.of("session " + session.id());
    }

    private static boolean isSame(String expected, String token) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<PageSession> session(JWTClaimsSet claims) throws ParseException {
        Date seen = claims.getIssueTime();
        Long begun = claims.getLongClaim("begun");
        String contact = claims.getStringClaim("contact");
        if (claims.getJWTID() == null || claims.getSubject() == null || seen == null || begun == null) {
            return Optional.empty();
        }
        return claims.getAudience().stream()
                .findFirst()
                .map(audience -> new PageSession(
                        claims.getJWTID(),
                        Audience.valueOf(audience),
                        claims.getSubject(),
                        Optional.ofNullable(contact).map(ContactReference::new),
                        Instant.ofEpochSecond(begun),
                        seen.toInstant()));
    }
}
