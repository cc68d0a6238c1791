package uk.co.tenantwise.cx.adapter.persistence.secret;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.settings.Secret;

/**
 * Encrypts and decrypts secrets with the keys of a {@link KeyFile}. What a secret is for is bound to it as associated data,
 * so that one cannot be put in the place of another. Thread-safe.
 */
public final class SecretVault {
    private final KeyFile file;
    private volatile @Nullable Aead keys;

    /** The vault that {@code file} opens. */
    public SecretVault(KeyFile file) {
        this.file = file;
    }

    /** Makes the key file unless there is one. @throws UnreadableSecret when it cannot be made */
    public void prepare() throws UnreadableSecret {
        file.createIfAbsent();
    }

    /**
     * Encrypts with the primary key.
     *
     * @param purpose what the secret is for
     * @throws UnreadableSecret when the key file cannot be made or read
     */
    public byte[] encrypt(Secret secret, String purpose) throws UnreadableSecret {
        file.createIfAbsent();
        try {
            return load().encrypt(secret.reveal().getBytes(StandardCharsets.UTF_8), bytes(purpose));
        } catch (GeneralSecurityException e) {
            throw new UnreadableSecret("The key file " + file.path() + " does not encrypt", e);
        }
    }

    /**
     * Decrypts; reads the key file once more when the keys in memory do not fit, because another node may have added one.
     *
     * @param purpose what the secret is for
     * @throws UnreadableSecret when no key fits, or the value was changed or was made for another purpose
     */
    public Secret decrypt(byte[] ciphertext, String purpose) throws UnreadableSecret {
        Optional<Secret> secret = decrypt(keys, ciphertext, purpose);
        return secret.isPresent()
                ? secret.get()
                : decrypt(load(), ciphertext, purpose)
                        .orElseThrow(() -> new UnreadableSecret("The key file " + file.path()
                                + " has no key that fits the stored secret \"" + purpose + "\""));
    }

    /**
     * Encrypts bytes with the primary key that this node knows; reads the key file at the first call only.
     *
     * @param binding what the bytes belong to; the same is needed to open them
     * @throws UnreadableSecret when the key file cannot be read
     */
    public byte[] seal(byte[] plain, byte[] binding) throws UnreadableSecret {
        Aead known = keys;
        try {
            return (known == null ? load() : known).encrypt(plain, binding);
        } catch (GeneralSecurityException e) {
            throw new UnreadableSecret("The key file " + file.path() + " does not encrypt", e);
        }
    }

    /**
     * Opens what {@link #seal} made; empty when no key fits, or when the bytes or what they belong to were changed. Reads the
     * key file once more when it is another one than was read before, because another node may have added a key.
     */
    public Optional<byte[]> open(byte[] sealed, byte[] binding) {
        try {
            Aead known = keys;
            Optional<byte[]> plain = open(known == null ? load() : known, sealed, binding);
            return plain.isPresent() || !file.changedSinceRead() ? plain : open(load(), sealed, binding);
        } catch (UnreadableSecret e) {
            return Optional.empty();
        }
    }

    /**
     * A key for another use, derived from the oldest key of the file: it stays the same when a key is added.
     *
     * @param use what it is for
     * @throws UnreadableSecret when the key file is missing or cannot be read
     */
    @AccessesPartialKey
    public byte[] derive(String use) throws UnreadableSecret {
        try {
            if (file.read().getAt(0).getKey() instanceof AesGcmKey oldest) {
                Mac mac = Mac.getInstance("HmacSHA256");
                byte[] key = oldest.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(bytes(use));
            }
        } catch (GeneralSecurityException e) {
            throw new UnreadableSecret("The key file " + file.path() + " does not derive keys", e);
        }
        throw new UnreadableSecret("The key file " + file.path() + " begins with a key that is of no use here");
    }

    private static Optional<byte[]> open(Aead keys, byte[] sealed, byte[] binding) {
        try {
            return Optional.of(keys.decrypt(sealed, binding));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Optional<Secret> decrypt(@Nullable Aead keys, byte[] ciphertext, String purpose) {
        if (keys == null) {
            return Optional.empty();
        }
        try {
            byte[] plain = keys.decrypt(ciphertext, bytes(purpose));
            return Optional.of(Secret.of(new String(plain, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Aead load() throws UnreadableSecret {
        try {
            Aead loaded = file.read().getPrimitive(Encryption.configuration(), Aead.class);
            keys = loaded;
            return loaded;
        } catch (GeneralSecurityException e) {
            throw new UnreadableSecret("The key file " + file.path() + " holds no key that is of use here", e);
        }
    }

    private static byte[] bytes(String purpose) {
        return purpose.getBytes(StandardCharsets.UTF_8);
    }
}
