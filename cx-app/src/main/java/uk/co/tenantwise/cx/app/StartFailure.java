package uk.co.tenantwise.cx.app;

import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import uk.co.tenantwise.cx.adapter.persistence.database.DatabaseRefused;
import uk.co.tenantwise.cx.app.config.ConfigurationProblem;

/** Tells why the service cannot start: in one line what an operator can put right, anything else with all that is known. */
public final class StartFailure {
    private StartFailure() {}

    /** Tells it on the console. */
    @SuppressWarnings("SystemOut")
    public static void report(RuntimeException failure) {
        Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> inWords(cause).stream())
                .findFirst()
                .ifPresentOrElse(
                        words -> System.err.println("The service cannot start. " + words),
                        () -> LoggerFactory.getLogger(StartFailure.class).error("The service cannot start", failure));
    }

    private static Optional<String> inWords(Throwable cause) {
        return switch (cause) {
            case ConfigurationProblem problem -> Optional.of(String.valueOf(problem.getMessage()));
            case BindException taken ->
                Optional.of("CX_SERVER_PORT: another program listens on this port; stop it, or write another port");
            default -> DatabaseRefused.inWords(cause);
        };
    }
}
