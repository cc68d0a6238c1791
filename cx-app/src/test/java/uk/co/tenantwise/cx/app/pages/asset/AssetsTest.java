package uk.co.tenantwise.cx.app.pages.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private static final Path FRONTEND = Path.of("frontend");
    private static final Path BUILT = Path.of("src", "main", "resources", "assets");

    @Nested
    class Built {
        /** Guards against a change of the sources that was not built: rebuild with {@code mvn -Pfrontend}. */
        @Test
        void built_shouldRecordTheHashOfTheSources_whenCommitted() throws IOException {
            StringBuilder all = new StringBuilder();
            for (Path source : sources()) {
                all.append(FRONTEND.relativize(source).toString().replace('\\', '/'))
                        .append('\n')
                        .append(Files.readString(source))
                        .append('\n');
            }

            assertThat(manifest().getProperty("sources"))
                    .isEqualTo(sha256(all.toString().getBytes(StandardCharsets.UTF_8)));
        }

        @Test
        void built_shouldCarryTheHashOfTheirContentInTheirNames_whenCommitted() throws IOException {
            List<String> names = manifest().stringPropertyNames().stream()
                    .filter(logical -> !logical.equals("sources"))
                    .map(logical -> manifest().getProperty(logical))
                    .toList();

            assertThat(names).hasSize(4).allSatisfy(name -> {
                String hash = sha256(Files.readAllBytes(BUILT.resolve(name)));
                assertThat(name).contains("-" + hash.substring(0, 16) + ".");
            });
            try (Stream<Path> files = Files.list(BUILT)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsAll(names)
                        .hasSize(names.size() + 1);
            }
        }

        @Test
        void built_shouldNotUseWhatBelongsToGovUk_whenCommitted() throws IOException {
            Assets assets = Assets.load();
            String styles = text(assets, assets.links().styles());

            assertThat(styles).doesNotContainIgnoringCase("GDS Transport").doesNotContain("@font-face", "crest");
            assertThat(styles).doesNotContain("url(");
        }

        @Test
        void built_shouldStaySmall_becauseTenantsHaveCheapPhones() throws IOException {
            Assets assets = Assets.load();

            assertThat(text(assets, assets.links().styles()).length()).isLessThan(130_000);
            assertThat(text(assets, assets.links().script()).length()).isLessThan(40_000);
        }

        @Test
        void lockFile_shouldNameNoPlaceToLoadFrom_whenCommitted() throws IOException {
            assertThat(Files.readString(FRONTEND.resolve("package-lock.json")))
                    .contains("\"integrity\"")
                    .doesNotContain("\"resolved\"");
        }
    }

    @Nested
    class Find {
        @Test
        void find_shouldFindNothing_whenItIsNotBuilt() {
            Assets assets = Assets.load();

            assertThat(assets.find("../application.yml")).isEmpty();
            assertThat(assets.find("assets.properties")).isEmpty();
            assertThat(assets.find("")).isEmpty();
        }
    }

    private static String text(Assets assets, String link) {
        return new String(
                assets.find(link.substring("/assets/".length())).orElseThrow().content(), StandardCharsets.UTF_8);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(FRONTEND.resolve("src"))) {
            return Stream.concat(
                            files.filter(Files::isRegularFile),
                            Stream.of("package.json", "package-lock.json", "build.mjs")
                                    .map(FRONTEND::resolve))
                    .sorted(Comparator.comparing(
                            path -> FRONTEND.relativize(path).toString().replace('\\', '/')))
                    .toList();
        }
    }

    private static Properties manifest() {
        Properties manifest = new Properties();
        try (var in = Files.newInputStream(BUILT.resolve("assets.properties"))) {
            manifest.load(in);
        } catch (IOException e) {
            throw new AssertionError("the manifest can be read", e);
        }
        return manifest;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
