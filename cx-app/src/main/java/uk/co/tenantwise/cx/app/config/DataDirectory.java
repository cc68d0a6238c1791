package uk.co.tenantwise.cx.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds what must not be lost. */
public final class DataDirectory {
    private DataDirectory() {}

    /** Makes the folder when there is none. @throws ConfigurationProblem when it cannot be used */
    public static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ConfigurationProblem("CX_DATA_DIR: " + folder + " cannot be made; write a folder that can");
        }
        if (!Files.isWritable(folder)) {
            throw new ConfigurationProblem("CX_DATA_DIR: " + folder + " cannot be written to; write a folder that can");
        }
    }
}
