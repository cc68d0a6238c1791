package uk.co.tenantwise.cx.adapter.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Resolves the host of an API URL and checks every address that comes of it. Connections are then opened to these very
 * addresses, so that a name which changes its mind in between (DNS rebinding) gains nothing. Thread-safe.
 */
final class CheckedAddresses {
    /** More are not tried: each may cost a whole connect time-out. */
    private static final int MOST = 3;

    private final HostResolver resolver;
    private final AddressGuard guard;
    private final ExecutorService executor;

    CheckedAddresses(HostResolver resolver, AddressGuard guard, ExecutorService executor) {
        this.resolver = resolver;
        this.guard = guard;
        this.executor = executor;
    }

    /**
     * One to three addresses, in the order of the resolver.
     *
     * @throws CxFault.AddressForbidden when any of all its addresses may not be called, or the scheme not be used
     * @throws CxFault.Unreachable when the name does not resolve
     */
    List<InetAddress> of(ApiUrl url, Deadline deadline) {
        guard.objectionTo(url).ifPresent(objection -> {
            throw new CxFault.AddressForbidden(objection);
        });
        List<InetAddress> addresses =
                AddressGuard.literal(url.host()).map(List::of).orElseGet(() -> resolve(url.host(), deadline));
        if (addresses.stream().anyMatch(guard::forbids)) {
            throw new CxFault.AddressForbidden(
                    url.host() + " resolves to an address inside a private network, which this service must not call."
                            + " If Cx runs inside your own network, the operator of this service can allow private"
                            + " addresses (CX_API_ALLOW_PRIVATE_ADDRESSES=true).");
        }
        return addresses.size() > MOST ? addresses.subList(0, MOST) : addresses;
    }

    private List<InetAddress> resolve(String host, Deadline deadline) {
        try {
            return deadline.await(executor.submit(() -> resolver.resolve(host)), "Resolving the name " + host);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException) {
                throw new CxFault.Unreachable("The name " + host + " does not resolve");
            }
            throw new IllegalStateException("the resolver failed", e.getCause());
        } catch (RejectedExecutionException e) {
            throw OriginClients.closed();
        }
    }
}
