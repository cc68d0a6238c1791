package uk.co.tenantwise.cx.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that holds what must not be lost. */
public final class DataDirectory {
    private DataDirectory() {}

    /** Makes the folder when there is none. @throws ConfigurationProblem when it cannot be used */
    public static void prepare(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, ownerOnly(folder));
            }
        } catch (IOException e) {
            throw new ConfigurationProblem("CX_DATA_DIR: " + folder + " cannot be made; write a folder that can");
        }
        if (!Files.isWritable(folder)) {
            throw new ConfigurationProblem("CX_DATA_DIR: " + folder + " cannot be written to; write a folder that can");
        }
    }

    /** The database holds references of customers: nobody else on the machine need read it. */
    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
