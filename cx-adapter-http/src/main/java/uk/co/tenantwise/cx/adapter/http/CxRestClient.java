package uk.co.tenantwise.cx.adapter.http;

import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
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

/**
 * The client of the Cx REST API: opens everything that is needed once and hands out the ports. The ports share their
 * connections and tokens; their methods block, so call them on virtual threads. Thread-safe. Close it to end its
 * connections and threads; calls under way then fail.
 */
public final class CxRestClient implements AutoCloseable {
    private final ExecutorService executor;
    private final OriginClients clients;
    private final AddressGuard guard;
    private final CxTokens tokens;
    private final CxRestRepairs repairs;
    private final CxRestAppointments appointments;
    private final CxRestCustomers customers;
    private final CxRestCompanies companies;
    private final CxRestCancelling cancelling;
    private final CxProbe probe;

    private CxRestClient(CxClientOptions options, InstantSource clock, HostResolver resolver) {
        SSLContext tls = options.tls().orElseGet(CxRestClient::trustOfTheJvm);
        executor = Executors.newVirtualThreadPerTaskExecutor();
        clients = new OriginClients(options, tls);
        guard = new AddressGuard(options.allowPrivateAddresses());
        CheckedAddresses addresses = new CheckedAddresses(resolver, guard, executor);
        CxExchange exchange = new CxExchange(addresses, clients, options.maxBodyBytes());
        PathTemplates paths = options.paths();
        tokens = new CxTokens(new CxLogIn(exchange, paths.token(), options.apiTimeout(), clock), executor, clock);
        CxCalls calls = new CxCalls(exchange, tokens, options, clock);
        repairs = new CxRestRepairs(calls, paths);
        appointments = new CxRestAppointments(calls, paths);
        customers = new CxRestCustomers(calls, paths);
        companies = new CxRestCompanies(calls, paths);
        cancelling = new CxRestCancelling(calls, paths, clock);
        probe = new CxProbe(addresses, tokens, options, tls, executor);
    }

    /** Opens a client; no connection is made yet. The clock tells when tokens expire. */
    public static CxRestClient open(CxClientOptions options, InstantSource clock) {
        return open(options, clock, HostResolver.SYSTEM);
    }

    static CxRestClient open(CxClientOptions options, InstantSource clock, HostResolver resolver) {
        return new CxRestClient(options, clock, resolver);
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

    /** Lets rejected credentials be tried again. */
    public ForReleasingCredentials credentials() {
        return tokens;
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
