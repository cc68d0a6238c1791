package uk.co.tenantwise.cx.adapter.http;

import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.netty.channel.Channel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import uk.co.tenantwise.cx.adapter.http.TransportFaults.Progress;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** A request that was handed to the HTTP client, and what is known of its answer. Thread-safe. */
final class InFlight implements Subscriber<HttpResponse<?>> {
    /** The attribute in which the client notes the connection once it has one. */
    private static final String CHANNEL = "netty_channel";

    private final MutableHttpRequest<?> request;
    private final int maxBodyBytes;
    private final CompletableFuture<CxAnswer> answer = new CompletableFuture<>();
    private final CompletableFuture<Boolean> beginning = new CompletableFuture<>();
    private volatile @Nullable Subscription subscription;
    private volatile boolean begun;

    InFlight(MutableHttpRequest<?> request, int maxBodyBytes) {
        this.request = request;
        this.maxBodyBytes = maxBodyBytes;
    }

    MutableHttpRequest<?> request() {
        return request;
    }

    CompletableFuture<CxAnswer> answer() {
        return answer;
    }

    /** Done when the answer begins, or when there will be none. */
    CompletableFuture<Boolean> beginning() {
        return beginning;
    }

    Progress progress() {
        if (begun) {
            return Progress.ANSWER_BEGUN;
        }
        return channel().isPresent() ? Progress.NO_ANSWER : Progress.NOT_CONNECTED;
    }

    /** Gives up: the request is not sent any more if it was not, and its connection is closed rather than used again. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody needs to know when the connection is closed
    void abandon() {
        Subscription waiting = subscription;
        if (waiting != null) {
            waiting.cancel();
        }
        channel().ifPresent(Channel::close);
    }

    @Override
    public void onSubscribe(Subscription s) {
        subscription = s;
        s.request(1);
    }

    @Override
    public void onNext(HttpResponse<?> response) {
        begun = true;
        beginning.complete(true);
        if (!(response instanceof ByteBodyHttpResponse<?> raw)) {
            answer.completeExceptionally(new IllegalStateException("the HTTP client gave an answer without its bytes"));
            return;
        }
        CompletableFuture<?> unused = raw.byteBody().buffer().whenComplete((body, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(failure);
            } else {
                complete(response, body);
            }
        });
    }

    @Override
    public void onError(Throwable failure) {
        beginning.complete(false);
        answer.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        if (!begun) {
            beginning.complete(false);
            answer.completeExceptionally(new IllegalStateException("the HTTP client gave no answer"));
        }
    }

    private void complete(HttpResponse<?> response, CloseableAvailableByteBody body) {
        try (body) {
            answer.complete(read(response, body.toByteArray()));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private CxAnswer read(HttpResponse<?> response, byte[] bytes) {
        HttpHeaders headers = response.getHeaders();
        int status = response.code();
        byte[] content;
        try {
            content = Inflating.inflate(
                    bytes, header(headers, HttpHeaders.CONTENT_ENCODING).orElse(""), maxBodyBytes);
        } catch (CxFault.ContractBroken unreadable) {
            if (status < 300) {
                throw unreadable;
            }
            content = new byte[0];
        }
        return new CxAnswer(
                status,
                header(headers, HttpHeaders.CONTENT_TYPE).orElse(""),
                header(headers, HttpHeaders.LOCATION),
                header(headers, HttpHeaders.RETRY_AFTER),
                header(headers, HttpHeaders.DATE),
                content);
    }

    private Optional<Channel> channel() {
        return request.getAttribute(CHANNEL, Channel.class);
    }

    private static Optional<String> header(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
