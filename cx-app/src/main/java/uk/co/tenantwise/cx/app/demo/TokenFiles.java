package uk.co.tenantwise.cx.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demo's tokens as files, so that examples can be typed as they stand: {@code $(cat data/demo/megan.token)}. */
final class TokenFiles {
    private TokenFiles() {}

    static void write(Path folder, String name, String token) {
        try {
            Files.writeString(folder.resolve(name + ".token"), token + "\n");
        } catch (IOException e) {
            throw new DemoFailure("Cannot write to " + folder + ": " + e.getMessage());
        }
    }
}
