package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import uk.co.tenantwise.cx.adapter.persistence.secret.SecretVault;
import uk.co.tenantwise.cx.adapter.persistence.secret.UnreadableSecret;

/**
 * Encrypts what goes to Redis and trusts nothing that comes from there: a value counts only when it was sealed with a key
 * of this instance, for this name and kind, in this version of the schema, and was not changed since. Thread-safe.
 *
 * @param <S> what is sealed
 */
final class Sealing<S> {
    /** A value of any other version counts as absent: a newer node's as well as an older one's. */
    static final byte SCHEMA = 1;
    /** The most bytes that a value may have, sealed: 1 MiB. */
    static final int MOST_BYTES = 1 << 20;

    private final SecretVault vault;
    private final String kind;
    private final Format<S> format;

    Sealing(SecretVault vault, String kind, Format<S> format) {
        this.vault = vault;
        this.kind = kind;
        this.format = format;
    }

    /** Empty when it is too large, or when the key file cannot be read. */
    Optional<Envelope> seal(String name, S value) {
        byte[] head = ByteBuffer.allocate(Envelope.HEAD)
                .put(SCHEMA)
                .put(Tokens.bytes())
                .array();
        try {
            byte[] content = vault.seal(format.write(value), binding(head, name));
            byte[] bytes = ByteBuffer.allocate(head.length + content.length)
                    .put(head)
                    .put(content)
                    .array();
            return bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(new Envelope(bytes, 0));
        } catch (UnreadableSecret | IOException e) {
            return Optional.empty();
        }
    }

    /** Empty when it is not to be trusted or cannot be read. Never throws. */
    Optional<S> open(String name, Envelope envelope) {
        byte[] bytes = envelope.bytes();
        if (bytes.length <= Envelope.HEAD || bytes.length > MOST_BYTES || bytes[0] != SCHEMA) {
            return Optional.empty();
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        byte[] head = new byte[Envelope.HEAD];
        byte[] content = new byte[bytes.length - Envelope.HEAD];
        rest.get(head).get(content);
        return vault.open(content, binding(head, name)).flatMap(this::read);
    }

    private Optional<S> read(byte[] content) {
        try {
            return Optional.of(format.read(content));
        } catch (IOException | RuntimeException e) {
            // Sealed by a node of ours that writes the same version in another way: not readable, so absent.
            return Optional.empty();
        }
    }

    private byte[] binding(byte[] head, String name) {
        byte[] belongsTo = (kind + ' ' + name).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + belongsTo.length)
                .put(head)
                .put(belongsTo)
                .array();
    }
}
