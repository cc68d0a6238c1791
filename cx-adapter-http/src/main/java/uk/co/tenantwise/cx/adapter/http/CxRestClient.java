package uk.co.tenantwise.cx.adapter.http;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import uk.co.tenantwise.cx.ports.driven.ForCancellingInCx;
import uk.co.tenantwise.cx.ports.driven.ForCheckingAddresses;
import uk.co.tenantwise.cx.ports.driven.ForProbingConnection;
import uk.co.tenantwise.cx.ports.driven.ForReadingAppointments;
import uk.co.tenantwise.cx.ports.driven.ForReadingCompanies;
import uk.co.tenantwise.cx.ports.driven.ForReadingCustomers;
import uk.co.tenantwise.cx.ports.driven.ForReadingRepairs;
import uk.co.tenantwise.cx.ports.driven.ForReleasingCredentials;
import uk.co.tenantwise.cx.ports.driven.ForSharingLogIns;

/**
 * The client of the Cx REST API: opens everything that is needed once and hands out the ports. The ports share their
 * connections and tokens; their methods block, so call them on virtual threads. Thread-safe. Close it to end its
 * connections and threads; calls under way then fail.
 */
public final class CxRestClient implements AutoCloseable {
    private final ExecutorService executor;
    private final OriginClients clients;
    private final AddressGuard guard;
    private final CxGates gates;
    private final CxClocks clocks;
    private final CxTokens tokens;
    private final CxRestRepairs repairs;
    private final CxRestAppointments appointments;
    private final CxRestCustomers customers;
    private final CxRestCompanies companies;
    private final CxRestCancelling cancelling;
    private final CxProbe probe;

    /**
     * What a client works with.
     *
     * @param clock the time of day
     * @param steady a clock that only goes forward
     * @param logIns what the nodes know of each other's log-ins
     * @param listener hears of every request
     * @param resolver finds addresses
     */
    record Surroundings(
            InstantSource clock,
            InstantSource steady,
            ForSharingLogIns logIns,
            CxCallListener listener,
            HostResolver resolver) {}

    private CxRestClient(CxClientOptions options, Surroundings around) {
        InstantSource clock = around.clock();
        SSLContext tls = options.tls().orElseGet(CxRestClient::trustOfTheJvm);
        executor = Executors.newVirtualThreadPerTaskExecutor();
        clients = new OriginClients(options, tls);
        guard = new AddressGuard(options.allowPrivateAddresses());
        CheckedAddresses addresses = new CheckedAddresses(around.resolver(), guard, executor);
        gates = new CxGates(options.maxCalls(), around.steady());
        clocks = new CxClocks(clock);
        GatedExchange exchange = new GatedExchange(
                new CxExchange(addresses, clients, options), gates, around.listener(), clocks, around.steady());
        PathTemplates paths = options.paths();
        tokens = new CxTokens(new CxTokens.Means(
                new CxLogIn(exchange, paths.token(), options.apiTimeout(), clock),
                around.logIns(),
                options.apiTimeout(),
                executor,
                clock,
                around.steady()));
        CxCalls calls = new CxCalls(exchange, gates, tokens, options, clock);
        repairs = new CxRestRepairs(calls, paths);
        appointments = new CxRestAppointments(calls, paths);
        customers = new CxRestCustomers(calls, paths);
        companies = new CxRestCompanies(calls, paths);
        cancelling = new CxRestCancelling(calls, paths, clock);
        probe = new CxProbe(addresses, tokens, clocks, options, tls, executor);
    }

    /** Opens a client for one node; no connection is made yet. The clock tells when tokens expire. */
    public static CxRestClient open(CxClientOptions options, InstantSource clock) {
        return open(options, clock, new OwnLogIns());
    }

    /** Opens a client that shares its log-ins with those of other nodes. */
    public static CxRestClient open(CxClientOptions options, InstantSource clock, ForSharingLogIns logIns) {
        return open(options, clock, logIns, CxCallListener.NONE);
    }

    /** Opens a client that shares its log-ins and tells {@code listener} of every request. */
    public static CxRestClient open(
            CxClientOptions options, InstantSource clock, ForSharingLogIns logIns, CxCallListener listener) {
        return open(options, new Surroundings(clock, new SteadyClock(), logIns, listener, HostResolver.SYSTEM));
    }

    /** What a node knows of log-ins that shares them with no other. */
    public static ForSharingLogIns ownLogIns() {
        return new OwnLogIns();
    }

    static CxRestClient open(CxClientOptions options, Surroundings surroundings) {
        return new CxRestClient(options, surroundings);
    }

    /** Reads repairs. */
    public ForReadingRepairs repairs() {
        return repairs;
    }

    /** Reads appointments. */
    public ForReadingAppointments appointments() {
        return appointments;
    }

    /** Reads customer details. */
    public ForReadingCustomers customers() {
        return customers;
    }

    /** Reads companies. */
    public ForReadingCompanies companies() {
        return companies;
    }

    /** Cancels. */
    public ForCancellingInCx cancelling() {
        return cancelling;
    }

    /** Climbs the way to Cx step by step. */
    public ForProbingConnection probing() {
        return probe;
    }

    /** Lets rejected credentials be tried again, and Cx be called again if it was left alone. */
    public ForReleasingCredentials credentials() {
        return () -> {
            tokens.release();
            gates.reset();
        };
    }

    /** How the calls are doing right now. */
    public CxTraffic traffic() {
        return gates.traffic();
    }

    /**
     * How far this node's clock is ahead of that of the Cx that answered last, negative when it is behind; empty while no
     * answer with a date came within the last 15 minutes.
     */
    public Optional<Duration> clockAhead() {
        return clocks.ahead();
    }

    /** Says which addresses may be called. */
    public ForCheckingAddresses addresses() {
        return guard;
    }

    @Override
    public void close() {
        clients.close();
        executor.shutdownNow();
    }

    private static SSLContext trustOfTheJvm() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }
}
