package uk.co.tenantwise.cx.app;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import uk.co.tenantwise.cx.app.config.DataDirectory;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;

/** The entry point of the service. */
public final class Application {
    private Application() {}

    /**
     * Starts the service with the settings of the environment and runs until it is told to stop. With an argument it does
     * that instead, and ends: see {@link Maintenance}.
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws InterruptedException {
        LogFormat.choose(System.getenv());
        if (args.length > 0) {
            System.exit(new Maintenance(System.getenv(), System.out, System.err).run(args[0]));
        }
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            ServiceConfiguration configuration = ServiceConfiguration.read(System.getenv());
            DataDirectory.prepare(configuration.dataDir());
            Service service = Service.start(configuration);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                stop(service, configuration.shutdownDelay());
                                stopped.countDown();
                            },
                            "stop"));
            System.out.println("TenantWise Cx integration is ready at http://localhost:" + service.port()
                    + " (it listens on all interfaces). Stop it with Ctrl-C.");
        } catch (RuntimeException e) {
            StartFailure.report(e);
            System.exit(1);
        }
        stopped.await();
    }

    /** Whoever has pressed Ctrl-C is told why nothing seems to happen. */
    @SuppressWarnings("SystemOut")
    private static void stop(Service service, Duration delay) {
        if (!delay.isZero()) {
            System.out.println("Stopping in " + delay.toString().substring(2).toLowerCase(Locale.ROOT)
                    + ": no longer ready, still serving (CX_SHUTDOWN_DELAY).");
        }
        service.drain(delay);
        service.close();
    }
}
