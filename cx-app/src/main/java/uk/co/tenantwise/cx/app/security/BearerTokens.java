package uk.co.tenantwise.cx.app.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks bearer tokens: signed JWTs (RFC 7519). The algorithm is ours to choose, not the token's; an unsigned token is never
 * accepted. A token without an expiry does not expire. Thread-safe.
 */
public final class BearerTokens {
    /** How far the clock of an issuer may be ahead of ours. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    private static final int MAX_NAME = 200;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final boolean mayBlock;
    private final InstantSource clock;

    /**
     * With the keys that may have signed a token.
     *
     * @param mayBlock whether asking for keys may take long
     */
    public BearerTokens(JWSKeySelector<SecurityContext> keys, boolean mayBlock, InstantSource clock) {
        this.mayBlock = mayBlock;
        this.clock = clock;
        processor.setJWSKeySelector(keys);
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier(null);
    }

    /**
     * Who sent {@code token}; empty when it is malformed, forged, expired or not yet valid.
     *
     * @throws TokenKeysUnavailable when it cannot be checked
     */
    public Optional<Caller> check(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return isInForce(claims) ? Optional.of(caller(claims)) : Optional.empty();
        } catch (KeySourceException e) {
            throw new TokenKeysUnavailable();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
        }
    }

    /** When a token that was checked expires; empty when it says nothing about that. */
    public Optional<Instant> expiry(String token) {
        try {
            return Optional.ofNullable(JWTParser.parse(token).getJWTClaimsSet())
                    .map(JWTClaimsSet::getExpirationTime)
                    .map(Date::toInstant);
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** Whether checking a token may take long. */
    boolean mayBlock() {
        return mayBlock;
    }

    private boolean isInForce(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Optional<Instant> expires =
                Optional.ofNullable(claims.getExpirationTime()).map(Date::toInstant);
        Optional<Instant> begins =
                Optional.ofNullable(claims.getNotBeforeTime()).map(Date::toInstant);
        return expires.filter(end -> !now.isBefore(end)).isEmpty()
                && begins.filter(start -> now.plus(SKEW).isBefore(start)).isEmpty();
    }

    private static Caller caller(JWTClaimsSet claims) {
        String name = Optional.ofNullable(claims.getSubject())
                .map(BearerTokens::oneLine)
                .filter(subject -> !subject.isBlank())
                .orElse("unnamed token");
        Optional<String> contact =
                claims.getClaim("cx_contact") instanceof String own ? Optional.of(own) : Optional.empty();
        return new Caller(name, roles(claims.getClaim("roles")), contact);
    }

    private static Set<String> roles(Object claim) {
        return switch (claim) {
            case String text -> Arrays.stream(text.strip().split("[\\s,]+")).collect(Collectors.toSet());
            case Collection<?> many ->
                many.stream()
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
            case null, default -> Set.of();
        };
    }

    /** The subject ends up in the history and in logs. */
    private static String oneLine(String subject) {
        String line = subject.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() > MAX_NAME ? line.substring(0, MAX_NAME) : line;
    }
}
