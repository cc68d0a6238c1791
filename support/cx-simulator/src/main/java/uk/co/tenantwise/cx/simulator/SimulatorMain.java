package uk.co.tenantwise.cx.simulator;

import java.io.PrintStream;
import java.net.BindException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the simulator with the demo data until it is stopped by SIGTERM or Ctrl-C. The port is the argument
 * {@code --port}, else the environment's {@code CX_SIMULATOR_PORT}, else 8090.
 */
public final class SimulatorMain {

    private static final int DEFAULT_PORT = 8_090;
    private static final int MAX_PORT = 65_535;

    private static final String LOG_SETTINGS = "logback.configurationFile";

    private SimulatorMain() {}

    /** Starts, and returns after the simulator was stopped; leaves with status 1 when it cannot start. */
    public static void main(String[] arguments) throws InterruptedException {
        if (System.getProperty(LOG_SETTINGS) == null) {
            System.setProperty(LOG_SETTINGS, "cx-simulator-logback.xml");
        }
        CxSimulator simulator;
        try {
            simulator = start(arguments, System.getenv(), System.out);
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            simulator.close();
            stopped.countDown();
        }));
        stopped.await();
    }

    static CxSimulator start(String[] arguments, Map<String, String> environment, PrintStream out) {
        int port = port(arguments, environment);
        CxSimulator simulator = started(port);
        out.println("Cx simulator: " + simulator.baseUrl());
        out.println("  user name " + DemoSite.USER + ", password " + DemoSite.PASSWORD);
        out.println("  company " + DemoSite.HOMES + " (HOMES): cancel status " + DemoSite.HOMES_CANCEL_STATUS
                + ", reason " + DemoSite.HOMES_CANCEL_REASON);
        out.println("  company " + DemoSite.LETTINGS + " (LETTINGS): cancel status " + DemoSite.LETTINGS_CANCEL_STATUS
                + ", reason " + DemoSite.LETTINGS_CANCEL_REASON);
        out.println("  customers " + simulator.baseUrl() + "/simulator/customers, help " + simulator.baseUrl()
                + "/simulator");
        out.println("Stop it with Ctrl-C.");
        return simulator;
    }

    private static CxSimulator started(int port) {
        try {
            return CxSimulator.builder().port(port).demo().start();
        } catch (IllegalStateException e) {
            boolean taken = e.getCause() instanceof BindException
                    || (e.getCause() != null && e.getCause().getCause() instanceof BindException);
            throw new IllegalStateException(
                    taken
                            ? "Port " + port + " is taken. Choose another one with --port or CX_SIMULATOR_PORT."
                            : "The simulator cannot start: " + e.getMessage(),
                    e);
        }
    }

    private static int port(String[] arguments, Map<String, String> environment) {
        String text = environment.getOrDefault("CX_SIMULATOR_PORT", "");
        if (arguments.length == 2 && arguments[0].equals("--port")) {
            text = arguments[1];
        } else if (arguments.length > 0) {
            throw new IllegalArgumentException("The one argument is --port NUMBER.");
        }
        if (text.isBlank()) {
            return DEFAULT_PORT;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, in the same words as for a number out of range.
        }
        throw new IllegalArgumentException("The port must be a number from 0 to " + MAX_PORT + ".");
    }
}
