package uk.co.tenantwise.cx.adapter.http;

import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import uk.co.tenantwise.cx.adapter.http.TransportFaults.Progress;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Sends one request to Cx and gets the whole answer, within a deadline and a size. Nothing is sent twice: another address
 * of the host is tried only when no connection to the one before could be opened. Blocks; thread-safe.
 */
final class CxExchange {
    private static final Logger LOG = LoggerFactory.getLogger(CxExchange.class);
    private static final ByteBodyFactory BODIES = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);

    private final CheckedAddresses addresses;
    private final OriginClients clients;
    private final int maxBodyBytes;
    private final Optional<Duration> firstByteTimeout;

    CxExchange(CheckedAddresses addresses, OriginClients clients, CxClientOptions options) {
        this.addresses = addresses;
        this.clients = clients;
        this.maxBodyBytes = options.maxBodyBytes();
        this.firstByteTimeout = options.firstByteTimeout();
    }

    /** The answer, whatever it says. @throws CxFault when there is none, or none that can be used */
    CxAnswer send(ApiUrl url, CxRequest request, Deadline deadline) {
        Iterator<InetAddress> candidates = addresses.of(url, deadline).iterator();
        while (true) {
            InFlight call = new InFlight(message(url, candidates.next(), request), maxBodyBytes);
            try {
                CxAnswer answer = sendOnce(url, request, call, deadline);
                LOG.debug("{}: {}", request, answer);
                return answer;
            } catch (CxFault.Unreachable | CxFault.TimedOut fault) {
                boolean mayTryNext = call.progress() == Progress.NOT_CONNECTED && candidates.hasNext();
                if (!mayTryNext || deadline.remaining().isZero()) {
                    LOG.debug("{}: {}", request, fault.code());
                    throw fault;
                }
            }
        }
    }

    private CxAnswer sendOnce(ApiUrl url, CxRequest request, InFlight call, Deadline deadline) {
        boolean answered = false;
        try {
            clients.clientOf(url, !request.isChange())
                    .exchange(call.request(), body(request), null)
                    .subscribe(call);
            if (firstByteTimeout.isPresent()) {
                var unused = deadline.orSooner(firstByteTimeout.get())
                        .await(
                                call.beginning(),
                                "The beginning of the answer of " + url.host() + " to " + request.what());
            }
            CxAnswer answer = deadline.await(call.answer(), "The answer of " + url.host() + " to " + request.what());
            answered = true;
            return answer;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof CxFault fault
                    ? fault
                    : TransportFaults.of(cause, url, call.progress(), maxBodyBytes);
        } finally {
            if (!answered) {
                call.abandon();
            }
        }
    }

    private static MutableHttpRequest<?> message(ApiUrl url, InetAddress address, CxRequest request) {
        String literal = address.getHostAddress();
        if (address instanceof Inet6Address) {
            literal = "[" + literal.replaceFirst("%.*", "") + "]";
        }
        String base = (url.isHttps() ? "https://" : "http://") + literal + ":" + url.port();
        MutableHttpRequest<?> message = HttpRequest.create(request.method(), base + request.target());
        message.getHeaders().add(HttpHeaders.HOST, url.value().getRawAuthority());
        message.getHeaders().add(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        message.getHeaders().add(HttpHeaders.USER_AGENT, "TenantWise-Cx");
        request.token().ifPresent(token -> message.bearerAuth(token.reveal()));
        if (request.body().isPresent()) {
            message.getHeaders().add(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        return message;
    }

    /** As a stream, because the client writes bodies that it has in one piece to its log when that is set to trace. */
    private static @Nullable CloseableByteBody body(CxRequest request) {
        if (request.body().isEmpty()) {
            return null;
        }
        byte[] json = request.body().get();
        Mono<ReadBuffer> stream =
                Mono.fromSupplier(() -> BODIES.readBufferFactory().adapt(json));
        return BODIES.adapt(stream, OptionalLong.of(json.length));
    }
}
