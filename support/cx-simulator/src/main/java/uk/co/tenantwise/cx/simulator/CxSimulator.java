package uk.co.tenantwise.cx.simulator;

import java.net.URI;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A running stand-in for one Cx instance, on 127.0.0.1 only. Thread-safe.
 *
 * <p>Each request is served on a virtual thread of its own, so that held and slow ones do not stop the others.
 */
public final class CxSimulator implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final long IDLE_MILLIS = 600_000;
    private static final long STOP_MILLIS = 2_000;
    private static final int HEADER_BYTES = 16_384;
    private static final int THREADS = 16;

    private final Site site = new Site();
    private final Faults faults = new Faults();
    private final Requests requests;
    private final Logins logins;
    private final InstantSource clock;
    private final BiConsumer<Site, InstantSource> seed;
    private final FrontDoor door;
    private final Server server;
    private final ServerConnector connector;

    private CxSimulator(Builder builder) {
        clock = builder.clock;
        seed = builder.seed;
        requests = new Requests(builder.requestsKept);
        logins = new Logins(site, clock);
        seed.accept(site, clock);
        Exchange.Engine engine = new Exchange.Engine(site, new CxApi(site, logins), logins, faults, requests);
        server = new Server(threads());
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(HOST);
        connector.setPort(builder.port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        door = new FrontDoor(engine, new ControlApi(this), clock);
        server.setHandler(door);
        server.setStopTimeout(STOP_MILLIS);
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("cx-simulator");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("cx-simulator-"));
        return threads;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        // References may hold an encoded slash or percent sign, which the usual rules refuse as ambiguous.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        return configuration;
    }

    /** A builder with a free port, the system's clock and an empty site. */
    public static Builder builder() {
        return new Builder();
    }

    /** The base URL, such as {@code http://127.0.0.1:8090}, without a slash at its end. */
    public URI baseUrl() {
        return URI.create("http://" + HOST + ":" + port());
    }

    /** The port that it listens to. */
    public int port() {
        return connector.getLocalPort();
    }

    /** What it holds. */
    public Site site() {
        return site;
    }

    /** What it does wrong on command. */
    public Faults faults() {
        return faults;
    }

    /** What it has received. */
    public Requests requests() {
        return requests;
    }

    /** Revokes every token now. */
    public void expireTokens() {
        logins.expireAll();
    }

    /** Lets the Date header of its answers go by another clock, until the next reset; all else goes by its own. */
    public void date(InstantSource source) {
        door.date(source);
    }

    /** How many tokens are live. */
    public int liveTokens() {
        return logins.liveTokens();
    }

    /** As after the start: ends the faults, revokes the tokens, forgets the requests and fills the site anew. */
    public void reset() {
        faults.clear();
        door.date(clock);
        logins.clear();
        requests.clear();
        site.atomically(() -> {
            site.clear();
            seed.accept(site, clock);
            return site;
        });
    }

    /** Stops at once; requests that are held or stalled lose their connection. */
    @Override
    public void close() {
        faults.clear();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the simulator did not stop", e);
        }
    }

    /** Collects how a simulator is to run. Not thread-safe. */
    public static final class Builder {

        private static final int REQUESTS_KEPT = 10_000;

        private int port;
        private InstantSource clock = InstantSource.system();
        private BiConsumer<Site, InstantSource> seed = (site, now) -> {};
        private int requestsKept = REQUESTS_KEPT;

        private Builder() {}

        /** The port; 0, the default, takes any that is free. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** The clock by which tokens expire and requests are dated; by default the system's. */
        public Builder clock(InstantSource source) {
            clock = source;
            return this;
        }

        /** What fills the empty site, at the start and after each reset. */
        public Builder site(Consumer<Site> filling) {
            seed = (site, now) -> filling.accept(site);
            return this;
        }

        /** Fills the site with {@link DemoSite}, by the clock. */
        public Builder demo() {
            seed = DemoSite::fill;
            return this;
        }

        /** How many single requests are remembered, at least 1; by default 10,000. */
        public Builder requestsKept(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("requestsKept must be at least 1, was " + count);
            }
            requestsKept = count;
            return this;
        }

        /**
         * Starts.
         *
         * @throws IllegalStateException when the port is taken or cannot be used; the cause says why
         */
        public CxSimulator start() {
            CxSimulator simulator = new CxSimulator(this);
            try {
                simulator.server.start();
                return simulator;
            } catch (Exception e) {
                simulator.close();
                throw new IllegalStateException("cannot listen to port " + port + " of " + HOST, e);
            }
        }
    }
}
