package uk.co.tenantwise.cx.app.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.co.tenantwise.cx.app.observe.SparingLog;
import uk.co.tenantwise.cx.app.security.TokenKeysUnavailable;
import uk.co.tenantwise.cx.app.security.TooManyLogIns;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/** Answers exceptions that end a request. */
@Factory
final class Handlers {
    private static final Logger LOG = LoggerFactory.getLogger(Handlers.class);

    @Singleton
    ExceptionHandler<ProblemException, HttpResponse<?>> problems() {
        return (request, e) -> e.problem().toResponse();
    }

    /** Administrators' calls translate faults themselves, so that those that come here are customers'. */
    @Singleton
    ExceptionHandler<DecompressionException, HttpResponse<?>> bodies() {
        return (request, e) -> Problems.invalidBody("The body is not encoded as Content-Encoding says.")
                .toResponse();
    }

    @Singleton
    ExceptionHandler<CxFault, HttpResponse<?>> faults(Answers answers) {
        return (request, fault) -> answers.toCustomer(fault).toResponse();
    }

    @Singleton
    ExceptionHandler<StoreUnavailable, HttpResponse<?>> stores(SparingLog log) {
        return (request, e) -> {
            log.line("database", String.valueOf(e.getMessage())).ifPresent(LOG::error);
            return Problems.storeUnavailable().toResponse();
        };
    }

    @Singleton
    ExceptionHandler<TokenKeysUnavailable, HttpResponse<?>> keys(SparingLog log) {
        return (request, e) -> {
            log.line("token keys", String.valueOf(e.getMessage())).ifPresent(LOG::error);
            return Problems.keysUnavailable().toResponse();
        };
    }

    @Singleton
    ExceptionHandler<TooManyLogIns, HttpResponse<?>> logIns() {
        return (request, e) -> Problems.tooManyLogIns(e.delay()).toResponse();
    }

    @Singleton
    @Replaces(DefaultAuthorizationExceptionHandler.class)
    ExceptionHandler<AuthorizationException, HttpResponse<?>> rejections() {
        return (request, e) -> (e.isForbidden() ? Problems.forbidden() : Problems.unauthenticated()).toResponse();
    }
}
