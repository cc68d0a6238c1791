package uk.co.tenantwise.cx.adapter.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.ports.driven.ForCheckingAddresses;

/**
 * Keeps the API URL, which an administrator enters, from leading to addresses inside the network of this service. Names
 * are checked before saving; their addresses are checked at every call. Thread-safe.
 */
final class AddressGuard implements ForCheckingAddresses {
    private static final Pattern IP_V4 = Pattern.compile("[0-9.]+");
    private static final Set<String> INTERNAL_NAMES = Set.of("localhost", "metadata", "metadata.goog", "instance-data");
    private static final String[] INTERNAL_ENDINGS = {".localhost", ".localdomain", ".internal"};
    private static final String REMEDY =
            " Enter the public address of your Cx instance. If Cx runs inside your own network, ask the operator of"
                    + " this service to allow private addresses (CX_API_ALLOW_PRIVATE_ADDRESSES=true).";

    /** First byte, then mask and value of the second where it matters: the special ranges of IPv4. */
    private static final int[][] INTERNAL_V4 = {
        {0, 0, 0},
        {10, 0, 0},
        {127, 0, 0},
        {100, 0xC0, 64},
        {169, 0xFF, 254},
        {172, 0xF0, 16},
        {192, 0xFF, 168},
        {198, 0xFE, 18},
    };

    private final boolean allowPrivateAddresses;

    AddressGuard(boolean allowPrivateAddresses) {
        this.allowPrivateAddresses = allowPrivateAddresses;
    }

    @Override
    public Optional<String> objectionTo(ApiUrl url) {
        if (allowPrivateAddresses) {
            return Optional.empty();
        }
        if (!url.isHttps()) {
            return Optional.of("The API URL must start with https://, so that the password and customers' data are"
                    + " encrypted on their way.");
        }
        String host = url.host();
        Optional<InetAddress> literal = literal(host);
        boolean internal = literal.isPresent() ? isInternal(literal.get()) : isInternalName(host);
        return internal
                ? Optional.of("The API URL points at " + host + ", an address inside a private network." + REMEDY)
                : Optional.empty();
    }

    boolean forbids(InetAddress address) {
        return !allowPrivateAddresses && isInternal(address);
    }

    /** The address that {@code host} spells out; empty for a name. Never asks a name server. */
    static Optional<InetAddress> literal(String host) {
        if (!host.startsWith("[") && !IP_V4.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    static boolean isInternalName(String host) {
        return INTERNAL_NAMES.contains(host) || Arrays.stream(INTERNAL_ENDINGS).anyMatch(host::endsWith);
    }

    /** Whether packets to {@code address} would stay inside: anything but a public unicast address. */
    static boolean isInternal(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? isInternalV4(bytes, 0) : isInternalV6(address, bytes);
    }

    private static boolean isInternalV4(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        for (int[] range : INTERNAL_V4) {
            if (first == range[0] && (second & range[1]) == range[2]) {
                return true;
            }
        }
        boolean protocols = first == 192 && second == 0 && bytes[at + 2] == 0;
        boolean azureMetadata = first == 168 && second == 63 && (bytes[at + 2] & 0xFF) == 129 && bytes[at + 3] == 16;
        return protocols || azureMetadata || first >= 224;
    }

    private static boolean isInternalV6(InetAddress address, byte[] bytes) {
        boolean unique = (bytes[0] & 0xFE) == 0xFC;
        if (unique || address.isLinkLocalAddress() || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return true;
        }
        if (isZero(bytes, 0, 10)) {
            boolean mapped = (bytes[10] & 0xFF) == 0xFF && (bytes[11] & 0xFF) == 0xFF;
            return !mapped || isInternalV4(bytes, 12);
        }
        int head = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        boolean sixToFour = head == 0x2002;
        boolean nat64 = head == 0x0064 && (bytes[2] & 0xFF) == 0xFF && (bytes[3] & 0xFF) == 0x9B;
        boolean teredo = head == 0x2001 && bytes[2] == 0 && bytes[3] == 0;
        return teredo || (sixToFour && isInternalV4(bytes, 2)) || (nat64 && isInternalV4(bytes, 12));
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
