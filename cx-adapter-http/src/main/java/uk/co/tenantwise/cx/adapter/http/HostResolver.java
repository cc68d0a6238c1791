package uk.co.tenantwise.cx.adapter.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host; may block. */
@FunctionalInterface
interface HostResolver {
    /** Asks the operating system. */
    HostResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /** At least one address. @throws UnknownHostException when there is none */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
