package uk.co.tenantwise.cx.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row N4: how the service is started, by a Java that says what it was told. */
class StartScriptIT {
    private static final Path SCRIPT =
            Path.of(System.getProperty("cx.root", "../..")).resolve("cx").normalize();

    @TempDir
    private Path folder;

    @Test
    void start_shouldLetTheProcessEnd_whenItRunsOutOfMemory() throws Exception {
        program("jdk/bin/java", "echo \"$@\"");
        program("tools/mvn", "exit 0");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"99.0.1\"\n");
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), "start").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().merge("PATH", folder.resolve("tools").toString(), (path, tools) -> tools + ":" + path);

        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(told).isZero();
        assertThat(told).contains("-XX:+ExitOnOutOfMemoryError", "cx-app.jar");
    }

    private void program(String name, String line) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
