package uk.co.tenantwise.cx.app;

import java.util.concurrent.CountDownLatch;
import uk.co.tenantwise.cx.app.config.DataDirectory;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;

/** The entry point of the service. */
public final class Application {
    private Application() {}

    /** Starts the service with the settings of the environment and runs until it is told to stop. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws InterruptedException {
        LogFormat.choose(System.getenv());
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            ServiceConfiguration configuration = ServiceConfiguration.read(System.getenv());
            DataDirectory.prepare(configuration.dataDir());
            Service service = Service.start(configuration);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                service.close();
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
}
