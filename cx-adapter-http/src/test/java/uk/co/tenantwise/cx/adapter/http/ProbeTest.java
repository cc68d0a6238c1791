package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static uk.co.tenantwise.cx.adapter.http.Faults.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.fault.CxFault;

class ProbeTest {
    private static final Duration BOUND = Duration.ofSeconds(8);

    @RegisterExtension
    final StubCx cx = StubCx.plain();

    @RegisterExtension
    final RawServer raw = new RawServer();

    @Test
    void resolveName_shouldPass_whenTheNameResolves() {
        CxRestClient client = cx.client(options -> options, host -> List.of(InetAddress.getLoopbackAddress()));

        assertThatCode(() -> client.probing().resolveName(ApiUrl.parse("https://cx.landlord.invalid")))
                .doesNotThrowAnyException();
    }

    @Test
    void resolveName_shouldThrowUnreachable_whenItDoesNotResolve() {
        CxRestClient client = cx.client(options -> options, host -> {
            throw new UnknownHostException(host);
        });

        assertThat(fault(
                        CxFault.Unreachable.class,
                        () -> client.probing().resolveName(ApiUrl.parse("https://cx.landlord.invalid"))))
                .hasMessageContaining("does not resolve");
    }

    @Test
    void resolveName_shouldThrowAddressForbidden_whenItResolvesToAPrivateAddress() {
        CxRestClient client = cx.client(
                options -> options.withPrivateAddresses(false), host -> List.of(InetAddress.getLoopbackAddress()));

        assertThat(fault(
                        CxFault.AddressForbidden.class,
                        () -> client.probing().resolveName(ApiUrl.parse("https://cx.landlord.invalid"))))
                .hasMessageContaining("CX_API_ALLOW_PRIVATE_ADDRESSES");
    }

    @Test
    void connect_shouldOpenAndCloseAConnection_whenThePortIsOpen() {
        CompletableFuture<Integer> read = new CompletableFuture<>();
        raw.behaving(connection -> read.complete(connection.getInputStream().read()));

        cx.client().probing().connect(raw.url());

        assertThat(read).succeedsWithin(BOUND).isEqualTo(-1);
    }

    @Test
    void connect_shouldThrowUnreachable_whenThePortIsClosed() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(fault(
                        CxFault.Unreachable.class,
                        () -> cx.client().probing().connect(ApiUrl.parse("http://127.0.0.1:" + port))))
                .hasMessageContaining("refused");
    }

    @Test
    void connect_shouldOpenNoSocket_whenTheAddressIsForbidden() {
        CxRestClient client = cx.client(options -> options.withPrivateAddresses(false));

        fault(
                CxFault.AddressForbidden.class,
                () -> client.probing().connect(ApiUrl.parse("https://127.0.0.1:" + raw.port())));

        assertThat(raw.connections()).isZero();
    }

    @Test
    void handshake_shouldTimeOut_whenTheServerSaysNothing() {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        raw.behaving(connection -> {
            while (connection.getInputStream().read() != -1) {
                // the client's part of the handshake
            }
            end.complete(-1);
        });
        CxRestClient client = cx.clientWithin(Duration.ofMillis(400));

        assertTimeoutPreemptively(BOUND, () -> {
            fault(
                    CxFault.TimedOut.class,
                    () -> client.probing().handshake(ApiUrl.parse("https://127.0.0.1:" + raw.port())));
        });
        assertThat(end).succeedsWithin(BOUND);
    }

    @Test
    void handshake_shouldThrowUnreachable_whenTheServerHangsUp() {
        raw.behaving(connection -> connection.getInputStream().skipNBytes(100));
        ApiUrl url = ApiUrl.parse("https://127.0.0.1:" + raw.port());

        fault(CxFault.Unreachable.class, () -> cx.client().probing().handshake(url));
        fault(
                CxFault.Unreachable.class,
                () -> cx.client()
                        .companies()
                        .companies(new CxConnection(
                                url, "api.user", cx.connection().password())));
    }
}
