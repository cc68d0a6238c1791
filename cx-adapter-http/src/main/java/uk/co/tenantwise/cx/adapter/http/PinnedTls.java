package uk.co.tenantwise.cx.adapter.http;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolNegotiator;
import io.netty.handler.ssl.SslContext;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSessionContext;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;

/**
 * TLS for connections that are opened to a checked address instead of a name: whatever address the client connects to,
 * the name of the API URL is what is asked for (SNI) and what the certificate must be for. Thread-safe.
 */
final class PinnedTls extends SslContext {
    private final SSLContext context;
    private final String host;
    private final int port;

    PinnedTls(SSLContext context, ApiUrl url) {
        this.context = context;
        this.host = peerName(url);
        this.port = url.port();
    }

    /** The host as certificates write it: an IPv6 address without its brackets. */
    static String peerName(ApiUrl url) {
        String host = url.host();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Demands a certificate for the peer's name. */
    static SSLParameters verifying(SSLParameters parameters) {
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    @Override
    public SSLEngine newEngine(ByteBufAllocator allocator) {
        SSLEngine engine = context.createSSLEngine(host, port);
        engine.setUseClientMode(true);
        engine.setSSLParameters(verifying(engine.getSSLParameters()));
        return engine;
    }

    @Override
    public SSLEngine newEngine(ByteBufAllocator allocator, String peerHost, int peerPort) {
        return newEngine(allocator);
    }

    @Override
    public boolean isClient() {
        return true;
    }

    @Override
    public List<String> cipherSuites() {
        return List.of(context.getDefaultSSLParameters().getCipherSuites());
    }

    @Override
    @SuppressWarnings("deprecation") // the type is abstract in SslContext and has no other form
    public ApplicationProtocolNegotiator applicationProtocolNegotiator() {
        return List::of;
    }

    @Override
    public SSLSessionContext sessionContext() {
        return context.getClientSessionContext();
    }
}
