package uk.co.tenantwise.cx.adapter.persistence.secret;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file with the keys that encrypt secrets: a Tink keyset as JSON, AES-256-GCM, readable by its owner only. New secrets
 * are encrypted with the primary key; every key of the set decrypts. All nodes of one instance share one file. Thread-safe,
 * also between processes: a file appears whole or not at all.
 */
public final class KeyFile {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

    private final Path path;
    private volatile Optional<FileTime> read = Optional.empty();

    /** The key file at {@code path}, which need not exist yet. */
    public KeyFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Makes a file with a new key, unless there is a file. @throws UnreadableSecret when it cannot be written */
    public void createIfAbsent() throws UnreadableSecret {
        if (Files.exists(path)) {
            return;
        }
        try {
            write(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, Encryption.configuration()), false);
            LOG.info("Made the key file {}: back it up apart from the database", path);
        } catch (IOException | GeneralSecurityException e) {
            throw new UnreadableSecret("The key file " + path + " cannot be made: " + kind(e), e);
        }
    }

    /**
     * Adds a new primary key. What former keys have encrypted stays readable; it is encrypted with the new key when it is
     * saved the next time.
     *
     * @throws UnreadableSecret when the file cannot be read or written
     */
    public void rotate() throws UnreadableSecret {
        KeysetHandle former = read();
        try {
            KeysetHandle rotated = KeysetHandle.newBuilder(former)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .setConfiguration(Encryption.configuration())
                    .build();
            write(rotated, true);
        } catch (IOException | GeneralSecurityException e) {
            throw new UnreadableSecret("The key file " + path + " cannot be changed: " + kind(e), e);
        }
    }

    /** The keys. @throws UnreadableSecret when the file is missing, cannot be read, or is not a key file */
    KeysetHandle read() throws UnreadableSecret {
        String json;
        try {
            warnWhenOthersMayRead();
            // The time before the text: a change in between is found by the next look.
            read = Optional.of(Files.getLastModifiedTime(path));
            json = Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new UnreadableSecret("The key file " + path + " is missing", e);
        } catch (IOException e) {
            throw new UnreadableSecret("The key file " + path + " cannot be read: " + kind(e), e);
        }
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    json, Encryption.configuration(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            // No cause: the parser's message may quote the file.
            throw new UnreadableSecret("The key file " + path + " is damaged or is not a key file");
        }
    }

    /** Whether the file is another one than was read last. */
    boolean changedSinceRead() {
        try {
            return !Optional.of(Files.getLastModifiedTime(path)).equals(read);
        } catch (IOException e) {
            return false;
        }
    }

    private void write(KeysetHandle keys, boolean replace) throws IOException, GeneralSecurityException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new FileSystemException(path.toString(), null, "is not a file");
        }
        Files.createDirectories(parent);
        // Files.createTempFile gives the owner alone access, where the file system knows of owners.
        Path draft = Files.createTempFile(parent, path.getFileName() + ".", ".tmp");
        try {
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    keys, Encryption.configuration(), InsecureSecretKeyAccess.get());
            Durable.write(draft, json);
            if (replace) {
                Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                publish(draft);
            }
            Durable.sync(parent);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** A link cannot replace what another process has put there meanwhile, as a move would. */
    private void publish(Path draft) throws IOException {
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException e) {
            LOG.info("Another node has made the key file {}", path);
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (!Files.exists(path)) {
                Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private void warnWhenOthersMayRead() throws IOException {
        if (!Files.getFileStore(path).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.contains(PosixFilePermission.GROUP_READ)
                || permissions.contains(PosixFilePermission.OTHERS_READ)) {
            LOG.warn("Other users of this machine may read the key file {}: set its mode to 0600", path);
        }
    }

    private static String kind(Exception e) {
        return e.getClass().getSimpleName();
    }
}
