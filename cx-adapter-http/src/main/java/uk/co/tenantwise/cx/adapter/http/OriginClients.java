package uk.co.tenantwise.cx.adapter.http;

import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClientConfiguration;
import io.micronaut.http.client.HttpVersionSelection;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.client.netty.DefaultHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Two HTTP clients for each API URL in use: a pooling one to read with, and one that opens a connection for each request
 * that changes something. A server may close a pooled connection at the very moment at which a request is sent on it; a
 * read is then repeated, but of a change nobody would know whether it was made.
 *
 * <p>There is normally one URL; a few more are kept so that changing it does not disturb calls under way, and the client
 * that was not used for longest is closed. Thread-safe.
 */
final class OriginClients implements AutoCloseable {
    private static final int MOST = 8;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final CxClientOptions options;
    private final SSLContext tls;
    private final Map<Use, RawHttpClient> clients = new LinkedHashMap<>(16, 0.75f, true);
    private boolean closed;

    /** What a client is for. */
    private record Use(ApiUrl url, boolean reading) {}

    OriginClients(CxClientOptions options, SSLContext tls) {
        this.options = options;
        this.tls = tls;
    }

    /** @throws CxFault.Unreachable when this is closed */
    synchronized RawHttpClient clientOf(ApiUrl url, boolean reading) {
        if (closed) {
            throw closed();
        }
        RawHttpClient client = clients.computeIfAbsent(new Use(url, reading), this::open);
        if (clients.size() > MOST) {
            Iterator<RawHttpClient> eldestFirst = clients.values().iterator();
            RawHttpClient eldest = eldestFirst.next();
            eldestFirst.remove();
            close(eldest);
        }
        return client;
    }

    @Override
    public synchronized void close() {
        closed = true;
        clients.values().forEach(OriginClients::close);
        clients.clear();
    }

    static CxFault closed() {
        return new CxFault.Unreachable("The client of Cx is closed: this service is stopping");
    }

    private RawHttpClient open(Use use) {
        HttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setFollowRedirects(false);
        configuration.setExceptionOnErrorStatus(false);
        configuration.setDecompressionEnabled(false);
        configuration.setPlaintextMode(HttpVersionSelection.PlaintextMode.HTTP_1);
        configuration.setAlpnModes(List.of(HttpVersionSelection.ALPN_HTTP_1));
        configuration.setNumOfThreads(1);
        configuration.setShutdownQuietPeriod(Duration.ZERO);
        configuration.setConnectTimeout(options.connectTimeout());
        configuration.setConnectionPoolIdleTimeout(IDLE);
        // The deadline of a call is kept by CxExchange. This one closes what would otherwise be waited for by nobody.
        configuration.setReadTimeout(options.apiTimeout().plusSeconds(1));
        configuration.setMaxContentLength(options.maxBodyBytes());
        configuration.getConnectionPoolConfiguration().setEnabled(use.reading());
        configuration.getConnectionPoolConfiguration().setMaxConcurrentHttp1Connections(options.maxCalls());
        configuration.getSslConfiguration().setHandshakeTimeout(options.apiTimeout());
        return DefaultHttpClient.builder()
                .configuration(configuration)
                .nettyClientSslBuilder((ssl, version) -> new PinnedTls(tls, use.url()))
                .build();
    }

    private static void close(RawHttpClient client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
