package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static uk.co.tenantwise.cx.adapter.http.Faults.fault;
import static uk.co.tenantwise.cx.testkit.Builders.NOW;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.testkit.Builders;

/** The same checks for calls and for the step of the connection test that is about TLS. */
class TlsTest {
    private static final String HOST = "cx.landlord.invalid";
    /** The head of a record of TLS: type, version, length. */
    private static final int RECORD_HEAD = 5;
    /** The alert by which a client says that it does not speak the version that the server has chosen. */
    private static final int PROTOCOL_VERSION = 70;

    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final SSLContext TRUSTING = new HandshakeCertificates.Builder()
            .addTrustedCertificate(AUTHORITY.certificate())
            .build()
            .sslContext();

    @RegisterExtension
    final RawServer raw = new RawServer();

    private @Nullable StubCx cx;

    @AfterEach
    void stop() {
        if (cx != null) {
            cx.stop();
        }
    }

    private static HeldCertificate.Builder certificate() {
        return new HeldCertificate.Builder().signedBy(AUTHORITY).addSubjectAlternativeName(HOST);
    }

    private StubCx serve(HeldCertificate certificate) {
        StubCx served = StubCx.encrypted(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        cx = served;
        return served;
    }

    private static CxRestClient client(StubCx served, Optional<SSLContext> trust) {
        return served.client(
                options -> trust.map(options::withTls).orElse(options),
                host -> List.of(InetAddress.getLoopbackAddress()));
    }

    private void assertRefused(HeldCertificate certificate, Optional<SSLContext> trust, String because) {
        StubCx served = serve(certificate);
        CxRestClient client = client(served, trust);
        CxConnection connection = served.connectionTo(HOST);

        assertThat(fault(CxFault.TlsFailed.class, () -> client.companies().companies(connection)))
                .hasMessageContaining(because);
        assertThat(fault(CxFault.TlsFailed.class, () -> client.probing().handshake(connection.apiUrl())))
                .hasMessageContaining(because);
        assertThat(served.requests()).isEmpty();
        assertThat(served.logInRequests()).isEmpty();
    }

    @Test
    void call_shouldSucceed_whenTheCertificateIsTrustedAndFitsTheName() {
        StubCx served = serve(certificate().build());
        CxRestClient client = client(served, Optional.of(TRUSTING));
        CxConnection connection = served.connectionTo(HOST);

        client.probing().handshake(connection.apiUrl());
        client.companies().companies(connection);
        client.companies().companies(connection);

        assertThat(served.requests()).hasSize(2);
        assertThat(served.requests().getFirst().getHandshakeServerNames()).containsExactly(HOST);
        assertThat(served.requests().getLast().getConnectionIndex())
                .isEqualTo(served.requests().getFirst().getConnectionIndex());
    }

    @Test
    void call_shouldThrowTlsFailed_whenTheCertificateIsForAnotherName() {
        HeldCertificate other = new HeldCertificate.Builder()
                .signedBy(AUTHORITY)
                .addSubjectAlternativeName("other.example")
                .build();

        assertRefused(other, Optional.of(TRUSTING), "another name");
    }

    /** Regression: the client connects to an address, and a certificate for that address alone must not do. */
    @Test
    void call_shouldThrowTlsFailed_whenTheCertificateIsForTheAddressOnly() {
        HeldCertificate address = new HeldCertificate.Builder()
                .signedBy(AUTHORITY)
                .addSubjectAlternativeName("127.0.0.1")
                .build();

        assertRefused(address, Optional.of(TRUSTING), "another name");
    }

    @Test
    void call_shouldThrowTlsFailed_whenTheCertificateHasExpired() {
        long day = Duration.ofDays(1).toMillis();
        HeldCertificate expired = certificate().validityInterval(day, 2 * day).build();

        assertRefused(expired, Optional.of(TRUSTING), "expired");
    }

    @Test
    void call_shouldThrowTlsFailed_whenTheCertificateIsNotValidYet() {
        long far = NOW.plus(Duration.ofDays(20_000)).toEpochMilli();
        HeldCertificate early = certificate()
                .validityInterval(far, far + TimeUnit.DAYS.toMillis(1))
                .build();

        assertRefused(early, Optional.of(TRUSTING), "not valid yet");
    }

    @Test
    void call_shouldThrowTlsFailed_whenTheCertificateIsNotTrusted() {
        assertRefused(certificate().build(), Optional.empty(), "not trusted");
    }

    @Test
    void call_shouldThrowTlsFailed_whenTheServerSpeaksPlainHttp() {
        raw.behaving(connection -> {
            connection.getInputStream().skipNBytes(1);
            RawServer.write(connection, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            while (connection.getInputStream().read() != -1) {
                // the rest of the handshake
            }
        });
        CxRestClient client = client(serve(certificate().build()), Optional.of(TRUSTING));
        CxConnection encrypted = new CxConnection(
                ApiUrl.parse("https://127.0.0.1:" + raw.port()), "api.user", Builders.CONNECTION.password());

        assertThat(fault(CxFault.TlsFailed.class, () -> client.companies().companies(encrypted)))
                .hasMessageContaining("does not speak TLS");
        assertThat(fault(CxFault.TlsFailed.class, () -> client.probing().handshake(encrypted.apiUrl())))
                .hasMessageContaining("does not speak TLS");
    }

    /** The server chooses an old version, as one does that knows no other; the JVM of the test would not let one do so. */
    @ParameterizedTest
    @ValueSource(bytes = {1, 2})
    void call_shouldThrowTlsFailedAndSayNothing_whenTheServerSpeaksTls10Or11Only(byte minor) {
        List<Integer> alerts = new CopyOnWriteArrayList<>();
        raw.behaving(connection -> {
            connection.getInputStream().skipNBytes(RECORD_HEAD);
            connection.getOutputStream().write(serverHello(minor));
            connection.getOutputStream().flush();
            alerts.add(lastAlert(connection.getInputStream().readAllBytes()));
        });
        CxRestClient client = client(serve(certificate().build()), Optional.of(TRUSTING));
        CxConnection old = new CxConnection(
                ApiUrl.parse("https://127.0.0.1:" + raw.port()), "api.user", Builders.CONNECTION.password());

        fault(CxFault.TlsFailed.class, () -> client.companies().companies(old));
        fault(CxFault.TlsFailed.class, () -> client.probing().handshake(old.apiUrl()));

        await(() -> alerts.size() == raw.connections());
        assertThat(alerts).isNotEmpty().containsOnly(PROTOCOL_VERSION);
    }

    /** A ServerHello of TLS 1.0 or 1.1: version, 32 random bytes, no session, ECDHE with RSA and AES, no compression. */
    private static byte[] serverHello(byte minor) {
        ByteBuffer hello = ByteBuffer.allocate(RECORD_HEAD + 42);
        hello.put(new byte[] {22, 3, minor, 0, 42});
        hello.put(new byte[] {2, 0, 0, 38, 3, minor}).put(new byte[32]).put(new byte[] {0, (byte) 0xC0, 0x13, 0});
        return hello.array();
    }

    /** The description of the alert that ends what the client has sent. */
    private static int lastAlert(byte[] sent) {
        return sent.length >= RECORD_HEAD + 2 && sent[sent.length - RECORD_HEAD - 2] == 21 ? sent[sent.length - 1] : -1;
    }

    private static void await(BooleanSupplier condition) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            while (!condition.getAsBoolean()) {
                Thread.onSpinWait();
            }
        });
    }
}
