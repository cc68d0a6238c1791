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
 * @param firstByteTimeout how long Cx may take to begin its answer, connecting included; empty for as long as the whole
 *     call may take, because some sites are slow and fine
 * @param maxCalls how many requests one Cx instance gets at a time, log-ins included; 1 to 200
 */
public record CxClientOptions(
        Duration apiTimeout,
        Duration connectTimeout,
        boolean allowPrivateAddresses,
        PathTemplates paths,
        int maxBodyBytes,
        Optional<SSLContext> tls,
        Optional<Duration> firstByteTimeout,
        int maxCalls) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /**
     * 10 s in all, of which 2 s to connect, public addresses by https only, the usual paths, 10 MB, the JVM's trust store,
     * 16 requests at a time.
     */
    public static final CxClientOptions DEFAULT = new CxClientOptions(
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            false,
            PathTemplates.DEFAULT,
            10 * 1024 * 1024,
            Optional.empty(),
            Optional.empty(),
            16);

    /** @throws IllegalArgumentException when a time, the size or the number of requests is out of range */
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
        if (firstByteTimeout.filter(time -> !time.isPositive()).isPresent()) {
            throw new IllegalArgumentException("first byte time-out must be above 0, was " + firstByteTimeout.get());
        }
        if (maxCalls < 1 || maxCalls > 200) {
            throw new IllegalArgumentException("requests at a time must be 1 to 200, were " + maxCalls);
        }
        connectTimeout = connectTimeout.compareTo(apiTimeout) > 0 ? apiTimeout : connectTimeout;
    }

    /** These options with another time-out for a whole call. */
    public CxClientOptions withApiTimeout(Duration timeout) {
        return new CxClientOptions(
                timeout, connectTimeout, allowPrivateAddresses, paths, maxBodyBytes, tls, firstByteTimeout, maxCalls);
    }

    /** These options with another time-out for connecting. */
    public CxClientOptions withConnectTimeout(Duration timeout) {
        return new CxClientOptions(
                apiTimeout, timeout, allowPrivateAddresses, paths, maxBodyBytes, tls, firstByteTimeout, maxCalls);
    }

    /** These options with internal addresses and http allowed, or not. */
    public CxClientOptions withPrivateAddresses(boolean allowed) {
        return new CxClientOptions(
                apiTimeout, connectTimeout, allowed, paths, maxBodyBytes, tls, firstByteTimeout, maxCalls);
    }

    /** These options with other paths. */
    public CxClientOptions withPaths(PathTemplates templates) {
        return new CxClientOptions(
                apiTimeout,
                connectTimeout,
                allowPrivateAddresses,
                templates,
                maxBodyBytes,
                tls,
                firstByteTimeout,
                maxCalls);
    }

    /** These options with another limit for the size of an answer. */
    public CxClientOptions withMaxBodyBytes(int bytes) {
        return new CxClientOptions(
                apiTimeout, connectTimeout, allowPrivateAddresses, paths, bytes, tls, firstByteTimeout, maxCalls);
    }

    /** These options with other trust. */
    public CxClientOptions withTls(SSLContext context) {
        return new CxClientOptions(
                apiTimeout,
                connectTimeout,
                allowPrivateAddresses,
                paths,
                maxBodyBytes,
                Optional.of(context),
                firstByteTimeout,
                maxCalls);
    }

    /** These options with a time-out for the beginning of an answer. */
    public CxClientOptions withFirstByteTimeout(Duration timeout) {
        return new CxClientOptions(
                apiTimeout,
                connectTimeout,
                allowPrivateAddresses,
                paths,
                maxBodyBytes,
                tls,
                Optional.of(timeout),
                maxCalls);
    }

    /** These options with another number of requests at a time. */
    public CxClientOptions withMaxCalls(int calls) {
        return new CxClientOptions(
                apiTimeout, connectTimeout, allowPrivateAddresses, paths, maxBodyBytes, tls, firstByteTimeout, calls);
    }
}
