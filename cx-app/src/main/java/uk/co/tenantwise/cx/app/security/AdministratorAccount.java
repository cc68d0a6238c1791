package uk.co.tenantwise.cx.app.security;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The one account with a password. Passwords are checked one at a time, so that guessing takes neither all processors nor
 * all memory, and an unknown name costs as much as a known one. What was found right is remembered, as a keyed digest in
 * memory, so that the requests of a script need not be hashed one by one. Thread-safe; blocks while it checks.
 */
public final class AdministratorAccount {
    private static final int MAX_PASSWORD = 256;
    private static final int MAX_NAME = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String username;
    private final Supplier<PasswordHash> hash;
    private final LogInLimit limit;
    private final ReentrantLock checking = new ReentrantLock();
    private final byte[] digestKey = new byte[32];
    private volatile byte @Nullable [] rightOne;

    /** With a hash that is asked for when it is first needed, because making one takes a while. */
    public AdministratorAccount(String username, Supplier<PasswordHash> hash, InstantSource clock) {
        this.username = username;
        this.hash = hash;
        this.limit = new LogInLimit(clock);
        new SecureRandom().nextBytes(digestKey);
    }

    /** Checks a name and a password. */
    public LogInResult logIn(String name, String password) {
        if (name.length() > MAX_NAME || password.length() > MAX_PASSWORD) {
            return new LogInResult.Rejected();
        }
        Optional<Duration> delay = limit.delay(name);
        if (delay.isPresent()) {
            return new LogInResult.Delayed(delay.get());
        }
        String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
        byte[] digest = digest(name, normal);
        return isRightOne(digest) ? accepted(name) : checked(name, normal, digest);
    }

    private LogInResult checked(String name, String password, byte[] digest) {
        if (!acquired()) {
            return new LogInResult.Delayed(PATIENCE);
        }
        try {
            Optional<Duration> delay = limit.delay(name);
            if (delay.isPresent()) {
                return new LogInResult.Delayed(delay.get());
            }
            if (isRightOne(digest)) {
                return accepted(name);
            }
            boolean matches = hash.get().matches(password);
            if (matches && same(name, username)) {
                rightOne = digest;
                return accepted(name);
            }
            limit.failed(name);
            return new LogInResult.Rejected();
        } finally {
            checking.unlock();
        }
    }

    private LogInResult accepted(String name) {
        limit.succeeded(name);
        return new LogInResult.Accepted(new Caller(username, Set.of(Roles.ADMIN), Optional.empty()));
    }

    private boolean acquired() {
        try {
            return checking.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isRightOne(byte[] digest) {
        byte[] right = rightOne;
        return right != null && MessageDigest.isEqual(right, digest);
    }

    private byte[] digest(String name, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(digestKey, "HmacSHA256"));
            return mac.doFinal((name + "\0" + password).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
