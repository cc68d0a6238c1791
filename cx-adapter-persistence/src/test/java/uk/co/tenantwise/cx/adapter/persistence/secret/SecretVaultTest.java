package uk.co.tenantwise.cx.adapter.persistence.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.domain.settings.Secret;

class SecretVaultTest {
    private static final Secret SECRET = Secret.of("Pass-w\u00f6rd 7");
    private static final String PURPOSE = "cx-password";

    @TempDir
    private Path folder;

    private Path path;
    private SecretVault vault;

    @BeforeEach
    void open() {
        path = folder.resolve("keys").resolve("cx-key.json");
        vault = new SecretVault(new KeyFile(path));
    }

    private SecretVault anotherNode() {
        return new SecretVault(new KeyFile(path));
    }

    @Nested
    class Encrypting {
        @Test
        void decrypt_shouldGiveTheSecretBack_whenAnotherNodeAsks() throws UnreadableSecret {
            byte[] ciphertext = vault.encrypt(SECRET, PURPOSE);

            assertThat(anotherNode().decrypt(ciphertext, PURPOSE)).isEqualTo(SECRET);
            assertThat(new String(ciphertext, StandardCharsets.ISO_8859_1)).doesNotContain("Pass");
        }

        @Test
        void encrypt_shouldDiffer_whenTheSecretIsTheSame() throws UnreadableSecret {
            assertThat(vault.encrypt(SECRET, PURPOSE)).isNotEqualTo(vault.encrypt(SECRET, PURPOSE));
        }

        @Test
        void decrypt_shouldBeRefused_whenThePurposeIsAnother() throws UnreadableSecret {
            byte[] ciphertext = vault.encrypt(SECRET, PURPOSE);

            assertThatThrownBy(() -> vault.decrypt(ciphertext, "other")).isInstanceOf(UnreadableSecret.class);
        }

        @Test
        void decrypt_shouldBeRefused_whenOneBitIsChanged() throws UnreadableSecret {
            byte[] ciphertext = vault.encrypt(SECRET, PURPOSE);
            ciphertext[ciphertext.length - 1] ^= 1;

            assertThatThrownBy(() -> vault.decrypt(ciphertext, PURPOSE))
                    .isInstanceOf(UnreadableSecret.class)
                    .hasMessageContaining(path.toString());
        }
    }

    @Nested
    class Keys {
        @Test
        void prepare_shouldMakeAFileForTheOwnerAlone_whenThereIsNone() throws IOException, UnreadableSecret {
            vault.prepare();

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
            try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
                assertThat(files).containsExactly(path);
            }
        }

        @Test
        void prepare_shouldLeaveTheFileAlone_whenThereIsOne() throws IOException, UnreadableSecret {
            vault.prepare();
            String before = Files.readString(path);

            anotherNode().prepare();

            assertThat(Files.readString(path)).isEqualTo(before);
        }

        @Test
        void prepare_shouldAgreeOnOneKey_whenManyNodesStartAtOnce() throws Exception {
            List<Callable<byte[]>> nodes = Stream.generate(
                            () -> (Callable<byte[]>) () -> anotherNode().encrypt(SECRET, PURPOSE))
                    .limit(8)
                    .toList();
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                for (Future<byte[]> ciphertext : threads.invokeAll(nodes)) {
                    assertThat(vault.decrypt(ciphertext.get(), PURPOSE)).isEqualTo(SECRET);
                }
            }
        }

        @Test
        void rotate_shouldKeepOldSecretsReadable_andUseTheNewKey() throws UnreadableSecret {
            byte[] old = vault.encrypt(SECRET, PURPOSE);

            new KeyFile(path).rotate();
            byte[] young = anotherNode().encrypt(SECRET, PURPOSE);

            assertThat(anotherNode().decrypt(old, PURPOSE)).isEqualTo(SECRET);
            assertThat(vault.decrypt(young, PURPOSE)).isEqualTo(SECRET);
            assertThat(prefix(young)).isNotEqualTo(prefix(old));
        }

        /** Tink writes the number of the key in front. */
        private static String prefix(byte[] ciphertext) {
            return new String(ciphertext, 0, 5, StandardCharsets.ISO_8859_1);
        }

        @Test
        void decrypt_shouldNameTheFile_whenItIsMissing() throws IOException, UnreadableSecret {
            byte[] ciphertext = vault.encrypt(SECRET, PURPOSE);
            Files.delete(path);

            assertThatThrownBy(() -> anotherNode().decrypt(ciphertext, PURPOSE))
                    .isInstanceOf(UnreadableSecret.class)
                    .hasMessage("The key file " + path + " is missing");
        }

        @Test
        void decrypt_shouldNameTheFileAndNotQuoteIt_whenItIsDamaged() throws IOException, UnreadableSecret {
            byte[] ciphertext = vault.encrypt(SECRET, PURPOSE);
            String whole = Files.readString(path);
            Files.writeString(path, whole.substring(0, whole.length() / 2));

            assertThatThrownBy(() -> anotherNode().decrypt(ciphertext, PURPOSE))
                    .isInstanceOf(UnreadableSecret.class)
                    .hasMessage("The key file " + path + " is damaged or is not a key file")
                    .hasNoCause();
        }

        @Test
        void decrypt_shouldNameTheFile_whenItHoldsNoKey() throws IOException, UnreadableSecret {
            byte[] ciphertext = vault.encrypt(SECRET, PURPOSE);
            Files.writeString(path, "{}");

            assertThatThrownBy(() -> anotherNode().decrypt(ciphertext, PURPOSE))
                    .isInstanceOf(UnreadableSecret.class)
                    .hasMessageContaining(path.toString());
        }

        @Test
        void prepare_shouldNameTheFile_whenItCannotBeMade() throws IOException {
            Files.writeString(folder.resolve("keys"), "a file where the folder should be");

            assertThatThrownBy(vault::prepare)
                    .isInstanceOf(UnreadableSecret.class)
                    .hasMessageContaining(path.toString());
        }
    }

    @Nested
    class Sealing {
        private static final byte[] PLAIN = {1, 2, 3};
        private static final byte[] BINDING = {7};

        @BeforeEach
        void prepare() throws UnreadableSecret {
            vault.prepare();
        }

        @Test
        void open_shouldGiveTheBytesBack_whenAnotherNodeAsks() throws UnreadableSecret {
            assertThat(anotherNode().open(vault.seal(PLAIN, BINDING), BINDING)).hasValue(PLAIN);
        }

        @Test
        void open_shouldBeEmpty_whenTheBindingOrTheBytesAreOthers() throws UnreadableSecret {
            byte[] sealed = vault.seal(PLAIN, BINDING);

            assertThat(vault.open(sealed, new byte[] {8})).isEmpty();
            sealed[sealed.length - 1]++;
            assertThat(vault.open(sealed, BINDING)).isEmpty();
            assertThat(vault.open(new byte[0], BINDING)).isEmpty();
        }

        @Test
        void open_shouldBeEmpty_whenThereIsNoKeyFile() throws Exception {
            byte[] sealed = vault.seal(PLAIN, BINDING);
            Files.delete(path);

            assertThat(anotherNode().open(sealed, BINDING)).isEmpty();
        }

        @Test
        void open_shouldFindANewKey_whenAnotherNodeHasAddedOne() throws UnreadableSecret {
            assertThat(vault.open(vault.seal(PLAIN, BINDING), BINDING)).hasValue(PLAIN);
            SecretVault newcomer = anotherNode();
            new KeyFile(path).rotate();

            assertThat(vault.open(newcomer.seal(PLAIN, BINDING), BINDING)).hasValue(PLAIN);
        }

        @Test
        void derive_shouldStayTheSame_whenAKeyIsAdded() throws UnreadableSecret {
            byte[] before = vault.derive("names");
            new KeyFile(path).rotate();

            assertThat(anotherNode().derive("names")).isEqualTo(before).hasSize(32);
            assertThat(vault.derive("other names")).isNotEqualTo(before);
        }

        @Test
        void derive_shouldFail_whenThereIsNoKeyFile() throws Exception {
            Files.delete(path);

            assertThatThrownBy(() -> vault.derive("names")).isInstanceOf(UnreadableSecret.class);
            assertThat(path).doesNotExist();
        }
    }
}
