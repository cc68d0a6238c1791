package uk.co.tenantwise.cx.adapter.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.ForProbingConnection;

/** Climbs the way to Cx step by step, each within the time of one call, with the checks of the real calls. Thread-safe. */
final class CxProbe implements ForProbingConnection {
    private final CheckedAddresses addresses;
    private final CxTokens tokens;
    private final CxClocks clocks;
    private final CxClientOptions options;
    private final SSLContext tls;
    private final ExecutorService executor;

    CxProbe(
            CheckedAddresses addresses,
            CxTokens tokens,
            CxClocks clocks,
            CxClientOptions options,
            SSLContext tls,
            ExecutorService executor) {
        this.addresses = addresses;
        this.tokens = tokens;
        this.clocks = clocks;
        this.options = options;
        this.tls = tls;
        this.executor = executor;
    }

    @Override
    public void resolveName(ApiUrl url) {
        addresses.of(url, deadline());
    }

    @Override
    public void connect(ApiUrl url) {
        try {
            open(url, deadline()).close();
        } catch (IOException e) {
            throw TransportFaults.notConnected(TransportFaults.chain(e), url);
        }
    }

    @Override
    public void handshake(ApiUrl url) {
        Deadline deadline = deadline();
        try (Socket socket = open(url, deadline)) {
            Future<?> shaken = executor.submit(() -> {
                shake(socket, url);
                return null;
            });
            deadline.await(shaken, "The TLS handshake with " + url.host());
        } catch (ExecutionException e) {
            throw TransportFaults.notConnected(TransportFaults.chain(e.getCause() == null ? e : e.getCause()), url);
        } catch (IOException e) {
            throw TransportFaults.notConnected(TransportFaults.chain(e), url);
        }
    }

    @Override
    public void logIn(CxConnection connection) {
        tokens.of(connection).logInAfresh(deadline());
    }

    @Override
    public Optional<Duration> clockAhead(ApiUrl url) {
        return clocks.ahead(url);
    }

    private void shake(Socket socket, ApiUrl url) throws IOException {
        String host = PinnedTls.peerName(url);
        try (SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, host, url.port(), false)) {
            secure.setSSLParameters(PinnedTls.verifying(secure.getSSLParameters()));
            secure.startHandshake();
        }
    }

    private Socket open(ApiUrl url, Deadline deadline) throws IOException {
        Iterator<InetAddress> candidates = addresses.of(url, deadline).iterator();
        while (true) {
            InetSocketAddress address = new InetSocketAddress(candidates.next(), url.port());
            Socket socket = new Socket();
            try {
                socket.connect(address, millis(deadline));
                return socket;
            } catch (IOException e) {
                socket.close();
                if (!candidates.hasNext() || deadline.remaining().isZero()) {
                    throw e;
                }
            }
        }
    }

    private int millis(Deadline deadline) {
        Duration left = deadline.remaining();
        Duration shorter = left.compareTo(options.connectTimeout()) < 0 ? left : options.connectTimeout();
        return (int) Math.max(1, shorter.toMillis());
    }

    private Deadline deadline() {
        return Deadline.in(options.apiTimeout());
    }
}
