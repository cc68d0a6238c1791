package uk.co.tenantwise.cx.app.security;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Finds out who calls from the Authorization header: a bearer token, or the administrator's name and password (RFC 7617).
 * No answer ever asks for a password, so that no browser keeps one and adds it to requests that other sites make; a request
 * that says it comes from another site is not believed a password at all.
 */
@Singleton
final class Authenticator implements AuthenticationFetcher<HttpRequest<?>> {
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final BearerTokens tokens;
    private final AdministratorAccount administrator;
    private final Scheduler blocking;

    Authenticator(
            BearerTokens tokens,
            AdministratorAccount administrator,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.tokens = tokens;
        this.administrator = administrator;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        List<String> headers = request.getHeaders().getAll("Authorization");
        if (headers.size() != 1) {
            return Mono.empty();
        }
        String header = headers.getFirst();
        if (startsWith(header, BEARER)) {
            return checkToken(header.substring(BEARER.length()).strip());
        }
        if (startsWith(header, BASIC) && !isFromAnotherSite(request)) {
            return Mono.fromCallable(
                            () -> checkPassword(header.substring(BASIC.length()).strip()))
                    .flatMap(Mono::justOrEmpty)
                    .subscribeOn(blocking);
        }
        return Mono.empty();
    }

    /** A signature is checked where we are, unless that may have to wait for the keys of an issuer. */
    private Publisher<Authentication> checkToken(String token) {
        Mono<Authentication> checked = Mono.fromCallable(() -> tokens.check(token))
                .flatMap(caller -> Mono.justOrEmpty(caller.map(Caller::toAuthentication)));
        return tokens.mayBlock() ? checked.subscribeOn(blocking) : checked;
    }

    private Optional<Authentication> checkPassword(String encoded) {
        String plain;
        try {
            plain = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = plain.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        return switch (administrator.logIn(plain.substring(0, colon), plain.substring(colon + 1))) {
            case LogInResult.Accepted accepted -> Optional.of(accepted.caller().toAuthentication());
            case LogInResult.Rejected rejected -> Optional.empty();
            case LogInResult.Delayed delayed -> throw new TooManyLogIns(delayed.delay());
        };
    }

    private static boolean startsWith(String header, String scheme) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static boolean isFromAnotherSite(HttpRequest<?> request) {
        Optional<String> site = request.getHeaders().findFirst("Sec-Fetch-Site");
        return request.getHeaders().contains("Origin")
                || site.filter(from -> !from.equals("same-origin") && !from.equals("none"))
                        .isPresent();
    }
}
