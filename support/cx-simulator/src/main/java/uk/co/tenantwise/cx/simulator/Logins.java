package uk.co.tenantwise.cx.simulator;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The live tokens of the simulated Cx and its count of rejected log-ins. Thread-safe. Bounded, because a user may hold
 * only so many live tokens and dead ones are dropped at the next log-in.
 */
final class Logins {

    private static final int TOKEN_BYTES = 32;
    private static final int MAX_REJECTED_NAMES = 1_000;

    private record Token(String user, Optional<Instant> expiresAt) {

        boolean livesAt(Instant now) {
            return expiresAt.isEmpty() || now.isBefore(expiresAt.get());
        }
    }

    /** What became of a log-in. */
    sealed interface Outcome {
        /** A new token, and when it ends if that is told. */
        record Accepted(String token, Optional<Instant> expiresAt) implements Outcome {}

        /** The user name, the password or the state of the account does not permit it. */
        record Rejected(String message) implements Outcome {}

        /** The user has no API permission. */
        record NotPermitted() implements Outcome {}
    }

    private final Site site;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> tokens = new LinkedHashMap<>();
    private final Map<String, Integer> rejections = new HashMap<>();

    Logins(Site site, InstantSource clock) {
        this.site = site;
        this.clock = clock;
    }

    Outcome logIn(String name, String password) {
        return site.atomically(() -> decide(name, password));
    }

    private synchronized Outcome decide(String name, String password) {
        Optional<CxUser> known = site.user(name);
        if (known.isEmpty()) {
            return new Outcome.Rejected("The user name or password is incorrect.");
        }
        CxUser user = known.get();
        if (user.locked()) {
            return new Outcome.Rejected("The account is locked. Ask your Cx administrator to unlock it.");
        }
        if (!user.password().equals(password)) {
            countRejection(user);
            return new Outcome.Rejected("The user name or password is incorrect.");
        }
        if (user.passwordExpired()) {
            return new Outcome.Rejected("The password has expired and must be changed.");
        }
        if (!user.apiPermission()) {
            return new Outcome.NotPermitted();
        }
        rejections.remove(key(user));
        return issue(user);
    }

    private void countRejection(CxUser user) {
        if (rejections.size() >= MAX_REJECTED_NAMES) {
            rejections.clear();
        }
        int count = rejections.merge(key(user), 1, Integer::sum);
        if (count >= site.loginRules().rejectionsToLock()) {
            rejections.remove(key(user));
            site.put(user.withLocked(true));
        }
    }

    private Outcome issue(CxUser user) {
        Instant now = clock.instant();
        tokens.values().removeIf(token -> !token.livesAt(now));
        long live = tokens.values().stream()
                .filter(token -> token.user().equals(key(user)))
                .count();
        if (live >= site.loginRules().maxLogins()) {
            return new Outcome.Rejected("The maximum number of concurrent logins has been reached.");
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Token token = new Token(key(user), site.loginRules().tokenLife().map(now::plus));
        tokens.put(text, token);
        return new Outcome.Accepted(text, token.expiresAt());
    }

    /** The user to whom a live token belongs; empty when the token is not live or the user is locked or gone. */
    Optional<CxUser> userOf(String text) {
        return site.atomically(() -> live(text).flatMap(token -> site.user(token.user())))
                .filter(user -> !user.locked());
    }

    private synchronized Optional<Token> live(String text) {
        return Optional.ofNullable(tokens.get(text)).filter(token -> token.livesAt(clock.instant()));
    }

    synchronized void expireAll() {
        tokens.clear();
    }

    synchronized int liveTokens() {
        Instant now = clock.instant();
        return (int)
                tokens.values().stream().filter(token -> token.livesAt(now)).count();
    }

    synchronized void clear() {
        tokens.clear();
        rejections.clear();
    }

    private static String key(CxUser user) {
        return user.name().toLowerCase(Locale.ROOT);
    }
}
