package uk.co.tenantwise.cx.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Takes every request in: control calls go to the control API, all others are calls of the contract. */
final class FrontDoor extends Handler.Abstract {

    private static final int MAX_BODY = 65_536;
    private static final int MAX_PATH_KEPT = 1_024;
    private static final int MAX_BODY_KEPT = 2_048;
    private static final List<String> HEADERS_KEPT = List.of("accept", "accept-encoding", "content-type", "user-agent");

    private final Exchange.Engine engine;
    private final ControlApi control;
    private final InstantSource clock;
    private volatile InstantSource dates;

    FrontDoor(Exchange.Engine engine, ControlApi control, InstantSource clock) {
        this.engine = engine;
        this.control = control;
        this.clock = clock;
        this.dates = clock;
    }

    /** What its answers say that the time is. */
    void date(InstantSource source) {
        dates = source;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        response.getHeaders()
                .put(
                        HttpHeader.DATE,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                dates.instant().atZone(ZoneOffset.UTC)));
        Optional<String> body = body(request);
        String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("/");
        if (ControlApi.isControl(path)) {
            Wire wire = new Wire(request, response, callback, () -> {});
            wire.send(control.answer(request.getMethod(), path, body.orElse("")));
            return true;
        }
        Call call = call(request, path, body);
        ReceivedRequest received = engine.requests().received(number -> received(number, request, path, call));
        Exchange exchange = new Exchange(engine, call, received);
        Wire wire = new Wire(request, response, callback, exchange::finish);
        try {
            exchange.serve(wire);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            wire.hangUp(true);
        } catch (IOException e) {
            // The caller has gone; there is nobody left to tell.
            callback.failed(e);
        } finally {
            exchange.finish();
        }
        return true;
    }

    private static Call call(Request request, String path, Optional<String> body) {
        String method = request.getMethod();
        Reply fault = null;
        Route route = null;
        Map<String, String> query = Map.of();
        try {
            route = Route.of(path).orElse(null);
            query = Percent.query(request.getHttpURI().getQuery());
            fault = fault(method, path, request.getHeaders().get(HttpHeader.CONTENT_TYPE), route, body);
        } catch (IllegalArgumentException e) {
            fault = Reply.message(400, "The address is not well formed.");
        }
        boolean known = route != null && route.method().equals(method);
        return new Call(
                known && route != null ? route.endpoint() : Endpoint.OTHER,
                method,
                route == null ? List.of() : route.arguments(),
                query,
                request.getHeaders().get(HttpHeader.AUTHORIZATION),
                body.orElse(""),
                fault);
    }

    /** What is wrong with a request before its meaning is looked at, or null. */
    private static @Nullable Reply fault(
            String method, String path, @Nullable String contentType, @Nullable Route route, Optional<String> body) {
        if (body.isEmpty()) {
            return Reply.message(413, "The body is too large.").header("Connection", "close");
        }
        if (route == null) {
            return path.equals("/Account/Login") ? Reply.loginPage() : Reply.notFound();
        }
        if (!route.method().equals(method)) {
            return Reply.message(405, "The method is not allowed.").header("Allow", route.method());
        }
        if (!body.get().isEmpty() && !isJson(contentType)) {
            return Reply.message(415, "The body must be application/json.");
        }
        return null;
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals("application/json");
    }

    /** The body, or empty when it is larger than any call needs. */
    private static Optional<String> body(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(MAX_BODY + 1);
            return bytes.length > MAX_BODY ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private ReceivedRequest received(long number, Request request, String path, Call call) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : HEADERS_KEPT) {
            String value = request.getHeaders().get(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        String body = call.endpoint().isCancellation() ? call.body() : "";
        return new ReceivedRequest(
                number,
                clock.instant(),
                call.endpoint(),
                call.method(),
                path.substring(0, Math.min(path.length(), MAX_PATH_KEPT)),
                call.arguments(),
                call.query(),
                Map.copyOf(headers),
                body.substring(0, Math.min(body.length(), MAX_BODY_KEPT)),
                0);
    }
}
