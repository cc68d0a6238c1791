package uk.co.tenantwise.cx.app.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import uk.co.tenantwise.cx.app.Service;
import uk.co.tenantwise.cx.app.StartFailure;
import uk.co.tenantwise.cx.app.config.DataDirectory;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;
import uk.co.tenantwise.cx.app.security.TokenKeys;
import uk.co.tenantwise.cx.domain.settings.Secret;

/**
 * The demo: the simulator and the service on this machine, set up and ready to be tried. The service only listens to this
 * machine, because its administrator has a password that everybody can read here.
 */
public final class DemoMain {
    private static final String ADMIN_PASSWORD = "demo-admin-1";
    private static final int SERVICE_PORT = 8080;
    private static final int SIMULATOR_PORT = 8090;

    private DemoMain() {}

    /** Runs the demo until it is told to stop. The one argument is the jar of the simulator. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws InterruptedException {
        try {
            run(Path.of(args[0]), System.getenv());
        } catch (DemoFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            StartFailure.report(e);
            System.exit(1);
        }
    }

    private static void run(Path simulatorJar, Map<String, String> environment) throws InterruptedException {
        int simulatorPort = port(environment, "CX_SIMULATOR_PORT", SIMULATOR_PORT);
        ServiceConfiguration configuration = ServiceConfiguration.read(changed(environment));
        requireFree(configuration.port(), "CX_SERVER_PORT");
        requireFree(simulatorPort, "CX_SIMULATOR_PORT");
        DataDirectory.prepare(configuration.dataDir());

        CountDownLatch stop = new CountDownLatch(1);
        Simulator simulator = Simulator.start(simulatorJar, simulatorPort);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "stop-simulator"));
        Service service = Service.startDemo(configuration, DemoCx.CUSTOMERS);
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop-service"));
        simulator.awaitReady();
        simulator.onEnd(stop::countDown);
        show(configuration, service, simulator);
        stop.await();
        throw new DemoFailure("The simulator has ended, and the demo with it.");
    }

    private static void show(ServiceConfiguration configuration, Service service, Simulator simulator)
            throws InterruptedException {
        String secret = configuration
                .jwtSecret()
                .map(Secret::reveal)
                .orElseGet(() -> TokenKeys.made(configuration.dataDir().resolve("jwt.secret")));
        Tokens tokens = new Tokens(secret, service.clock());
        String megan = tokens.customer(DemoCx.MEGAN);
        TokenFiles.write(configuration.dataDir(), "administrator", tokens.administrator());
        TokenFiles.write(configuration.dataDir(), "megan", megan);
        TokenFiles.write(configuration.dataDir(), "rhys", tokens.customer(DemoCx.RHYS));
        String base = "http://localhost:" + service.port();
        ServiceCalls calls = new ServiceCalls("http://127.0.0.1:" + service.port());
        calls.configure(tokens.administrator(), simulator.url());
        Optional<String> cancellable = calls.cancellable(megan, DemoCx.MEGAN);
        new Guide(System.out, base, simulator.url())
                .print(
                        configuration.adminUsername(),
                        configuration.adminPassword().map(Secret::reveal).orElse(""),
                        tokens.administrator(),
                        megan,
                        tokens.customer(DemoCx.RHYS),
                        cancellable);
    }

    /** What the demo needs beyond what the user has set. */
    private static Map<String, String> changed(Map<String, String> environment) {
        if (!environment.getOrDefault("CX_JWKS_URL", "").isBlank()) {
            throw new DemoFailure("The demo makes its own tokens: start it without CX_JWKS_URL.");
        }
        Map<String, String> changed = new HashMap<>(environment);
        changed.put("CX_API_ALLOW_PRIVATE_ADDRESSES", "true");
        changed.putIfAbsent("CX_SERVER_PORT", Integer.toString(SERVICE_PORT));
        changed.putIfAbsent("CX_ADMIN_PASSWORD", ADMIN_PASSWORD);
        changed.putIfAbsent("CX_INSTANCE_ADDRESSES", "192.0.2.10,192.0.2.11");
        return changed;
    }

    private static int port(Map<String, String> environment, String name, int fallback) {
        String text = environment.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return fallback;
        }
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535 || Integer.parseInt(text) < 1) {
            throw new DemoFailure(name + ": write a whole number from 1 to 65535, was \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    private static void requireFree(int port, String name) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new DemoFailure("Port " + port + " is taken. Stop the program that uses it, or choose another port: "
                    + name + "=" + (port + 1_000) + " ./cx demo");
        }
    }
}
