package uk.co.tenantwise.cx.app;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import uk.co.tenantwise.cx.adapter.persistence.secret.KeyFile;
import uk.co.tenantwise.cx.adapter.persistence.secret.UnreadableSecret;
import uk.co.tenantwise.cx.app.config.ConfigurationProblem;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;
import uk.co.tenantwise.cx.app.security.PasswordHash;

/** What an operator does to the files of an instance, with the settings that the service itself has. */
final class Maintenance {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int UNKNOWN = 2;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    /** With what the service would be started with, and where to write. */
    Maintenance(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Does it. @return the exit code: 0 when it is done, 1 when it cannot be, 2 when there is no such command */
    int run(String command) {
        try {
            ServiceConfiguration configuration = ServiceConfiguration.read(environment);
            return switch (command) {
                case "rotate-key" -> rotateKey(configuration);
                case "reset-password" -> resetPassword(configuration);
                default -> {
                    err.println(
                            "There is no command \"" + command + "\": rotate-key, reset-password, or none to start");
                    yield UNKNOWN;
                }
            };
        } catch (ConfigurationProblem | UnreadableSecret | UncheckedIOException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private int rotateKey(ServiceConfiguration configuration) throws UnreadableSecret {
        KeyFile file = new KeyFile(
                configuration.keyFile().orElseGet(() -> configuration.dataDir().resolve("cx.key")));
        file.rotate();
        out.println("The key file " + file.path()
                + " has a new key, and keeps the former ones. Running nodes encrypt with it"
                + " from now on: the Cx password at the next save that changes a setting");
        return DONE;
    }

    /** Shown on the console and not logged, as at the first start. */
    private int resetPassword(ServiceConfiguration configuration) {
        if (configuration.adminPassword().isPresent()) {
            err.println("CX_ADMIN_PASSWORD sets the password: change it there, and restart");
            return FAILED;
        }
        Path file = configuration.dataDir().resolve("admin.password");
        if (!Files.isDirectory(configuration.dataDir())) {
            err.println("CX_DATA_DIR: there is no folder " + configuration.dataDir());
            return FAILED;
        }
        String password = PasswordHash.replaced(file);
        out.printf(
                "The administrator's new log-in, shown this once; restart the service to use it:%n"
                        + "  user name  %s%n  password   %s%n",
                configuration.adminUsername(), password);
        return DONE;
    }
}
