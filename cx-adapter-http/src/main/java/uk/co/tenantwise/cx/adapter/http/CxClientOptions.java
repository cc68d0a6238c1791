package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How to call Cx.
 *
 * @param apiTimeout the whole of one call of a port, from resolving the name to the last byte, with log-in and retry;
 *     more than nothing, at most 5 minutes
 * @param connectTimeout how long one TCP connection may take; cut to {@code apiTimeout} when it is longer
 * @param allowPrivateAddresses whether loopback, private and other internal addresses may be called, and http used; for
 *     tests, the demo, and a Cx inside one's own network
 * @param paths where the calls are
 * @param maxBodyBytes the largest answer that is read, compressed or not; 1 kB to 100 MB
 * @param tls what to trust instead of the trust store of the JVM
 */
public record CxClientOptions(
        Duration apiTimeout,
        Duration connectTimeout,
        boolean allowPrivateAddresses,
        PathTemplates paths,
        int maxBodyBytes,
        Optional<SSLContext> tls) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** 10 s in all, 2 s to connect, public addresses by https only, the usual paths, 10 MB, the JVM's trust store. */
    public static final CxClientOptions DEFAULT = new CxClientOptions(
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            false,
            PathTemplates.DEFAULT,
            10 * 1024 * 1024,
            Optional.empty());

    /** @throws IllegalArgumentException when a time or the size is out of range */
    public CxClientOptions {
        if (!apiTimeout.isPositive() || apiTimeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("API time-out must be above 0 and at most 5 minutes, was " + apiTimeout);
        }
        if (!connectTimeout.isPositive()) {
            throw new IllegalArgumentException("connect time-out must be above 0, was " + connectTimeout);
        }
        if (maxBodyBytes < 1024 || maxBodyBytes > 100 * 1024 * 1024) {
            throw new IllegalArgumentException("body limit must be 1 kB to 100 MB, was " + maxBodyBytes + " bytes");
        }
        connectTimeout = connectTimeout.compareTo(apiTimeout) > 0 ? apiTimeout : connectTimeout;
    }

    /** These options with another time-out for a whole call. */
    public CxClientOptions withApiTimeout(Duration timeout) {
        return new CxClientOptions(timeout, connectTimeout, allowPrivateAddresses, paths, maxBodyBytes, tls);
    }

    /** These options with another time-out for connecting. */
    public CxClientOptions withConnectTimeout(Duration timeout) {
        return new CxClientOptions(apiTimeout, timeout, allowPrivateAddresses, paths, maxBodyBytes, tls);
    }

    /** These options with internal addresses and http allowed, or not. */
    public CxClientOptions withPrivateAddresses(boolean allowed) {
        return new CxClientOptions(apiTimeout, connectTimeout, allowed, paths, maxBodyBytes, tls);
    }

    /** These options with other paths. */
    public CxClientOptions withPaths(PathTemplates templates) {
        return new CxClientOptions(apiTimeout, connectTimeout, allowPrivateAddresses, templates, maxBodyBytes, tls);
    }

    /** These options with another limit for the size of an answer. */
    public CxClientOptions withMaxBodyBytes(int bytes) {
        return new CxClientOptions(apiTimeout, connectTimeout, allowPrivateAddresses, paths, bytes, tls);
    }

    /** These options with other trust. */
    public CxClientOptions withTls(SSLContext context) {
        return new CxClientOptions(
                apiTimeout, connectTimeout, allowPrivateAddresses, paths, maxBodyBytes, Optional.of(context));
    }
}
