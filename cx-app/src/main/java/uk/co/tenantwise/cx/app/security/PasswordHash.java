package uk.co.tenantwise.cx.app.security;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.function.Consumer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * A password as Argon2id leaves it: 19 MiB, 2 passes, 1 lane, as OWASP advises. Thread-safe.
 *
 * @param text the hash with its parameters and salt, in the usual encoding
 */
public record PasswordHash(String text) {
    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int MADE_BYTES = 18;

    /** The hash of {@code password}. */
    public static PasswordHash of(String password) {
        String hash = encoder().encode(Normalizer.normalize(password, Normalizer.Form.NFC));
        return new PasswordHash(String.valueOf(hash));
    }

    /**
     * The hash in {@code file}. At the first start a password is made, its hash is put there, and the password itself is
     * shown once and forgotten.
     *
     * @param show shows the password to whoever started the service; not to a log
     */
    public static PasswordHash stored(Path file, Consumer<String> show) {
        return new PasswordHash(PrivateFile.read(file).orElseGet(() -> {
            String password = made();
            String made = of(password).text();
            String stored = PrivateFile.writeOnce(file, made);
            if (stored.equals(made)) {
                show.accept(password);
            }
            return stored;
        }));
    }

    /** Puts the hash of a new password in {@code file}, in place of what is there. @return the password */
    public static String replaced(Path file) {
        String password = made();
        PrivateFile.overwrite(file, of(password).text());
        return password;
    }

    /** Whether {@code password}, in Unicode's normal form C, is the one. */
    boolean matches(String password) {
        return encoder().matches(password, text);
    }

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }

    private static String made() {
        byte[] random = new byte[MADE_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static Argon2PasswordEncoder encoder() {
        return new Argon2PasswordEncoder(SALT, LENGTH, LANES, KIBIBYTES, PASSES);
    }
}
