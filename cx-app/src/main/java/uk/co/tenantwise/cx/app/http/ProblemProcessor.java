package uk.co.tenantwise.cx.app.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.util.Map;

/** Turns every error of the framework into a problem; what the framework has to say about it is left out. */
@Singleton
final class ProblemProcessor implements ErrorResponseProcessor<Map<String, Object>> {
    @Override
    public MutableHttpResponse<Map<String, Object>> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        Problem problem = Problems.ofStatus(status(context, response));
        MutableHttpResponse<Map<String, Object>> answer = problem.writeTo(response);
        ProtectiveHeaders.protect(answer);
        return context.getRequest().getMethod() == HttpMethod.HEAD ? answer.body(null) : answer;
    }

    /** The framework calls everything that is too long a body. */
    private static int status(ErrorContext context, MutableHttpResponse<?> response) {
        Throwable cause = context.getRequest() instanceof NettyHttpRequest<?> request
                ? request.getNativeRequest().decoderResult().cause()
                : null;
        return switch (cause) {
            case TooLongHttpLineException line -> 414;
            case TooLongHttpHeaderException header -> 431;
            case null, default -> response.code();
        };
    }
}
