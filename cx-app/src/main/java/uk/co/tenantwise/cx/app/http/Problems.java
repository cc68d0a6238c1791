package uk.co.tenantwise.cx.app.http;

import java.time.Duration;
import java.util.List;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;

/** The problems that have nothing to do with a result of the core. */
public final class Problems {
    private Problems() {}

    /** 404: unknown, or not the caller's; the answer must not tell which. */
    public static Problem notFound() {
        return Problem.of(404, "NOT_FOUND", "Not found", "There is nothing here for you to see.");
    }

    /** 400: something is wrong with fields of the request. */
    public static Problem invalidInput(List<FieldProblem> errors) {
        return Problem.of(400, "INVALID_INPUT", "Invalid input", "Correct the fields named in errors and try again.")
                .withErrors(errors);
    }

    /** 400: something is wrong with one field, parameter or header. */
    public static Problem invalidInput(String field, String message) {
        return invalidInput(List.of(new FieldProblem(field, message)));
    }

    /** 400: the body cannot be read at all. */
    public static Problem invalidBody(String detail) {
        return Problem.of(400, "INVALID_BODY", "Invalid body", detail);
    }

    /** 401: nobody we know. */
    public static Problem unauthenticated() {
        return Problem.of(401, "UNAUTHENTICATED", "Not authenticated", "Send a valid token.")
                .withHeader("WWW-Authenticate", "Bearer");
    }

    /** 403: known, but not allowed. */
    public static Problem forbidden() {
        return Problem.of(403, "FORBIDDEN", "Forbidden", "Your role does not allow this.");
    }

    /** 415: a body that is no JSON. */
    public static Problem unsupportedMediaType() {
        return Problem.of(
                415, "UNSUPPORTED_MEDIA_TYPE", "Unsupported media type", "Send the body as application/json.");
    }

    /** 429: too many log-ins failed. */
    public static Problem tooManyLogIns(Duration wait) {
        return Problem.of(
                        429,
                        "TOO_MANY_ATTEMPTS",
                        "Too many attempts",
                        "Too many log-ins have failed. Wait a while, then try again.")
                .withHeader("Retry-After", seconds(wait));
    }

    /** 429: a customer tries to cancel again and again. */
    static Problem tooManyCancellations(Duration wait) {
        return Problem.of(
                        429,
                        "TOO_MANY_CANCELLATIONS",
                        "Too many cancellations",
                        "This customer has tried to cancel several times within a minute. Nothing was cancelled this"
                                + " time. Wait as long as Retry-After says, then try again.")
                .withHeader("Retry-After", seconds(wait));
    }

    /** 503: our own store is away. */
    public static Problem storeUnavailable() {
        return Problem.of(
                        503,
                        "STORE_UNAVAILABLE",
                        "Store unavailable",
                        "This service cannot reach its database, and cannot tell whether anything was done. Look again"
                                + " in a moment.")
                .withHeader("Retry-After", "5");
    }

    /** 503: tokens cannot be checked, because the keys of their issuer cannot be fetched. */
    public static Problem keysUnavailable() {
        return Problem.of(
                        503,
                        "TOKEN_KEYS_UNAVAILABLE",
                        "Token keys unavailable",
                        "Your token cannot be checked now. Try again in a moment.")
                .withHeader("Retry-After", "5");
    }

    /** 500: our fault; the log says more, the answer does not. */
    public static Problem internal() {
        return Problem.of(500, "INTERNAL", "Internal error", "Something went wrong here. It has been logged.");
    }

    /** What HTTP itself has to say about a request. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "BAD_REQUEST", "Bad request", "The request could not be understood.");
            case 401 -> unauthenticated();
            case 403 -> forbidden();
            case 404 -> notFound();
            case 405 ->
                Problem.of(405, "METHOD_NOT_ALLOWED", "Method not allowed", "Use one of the methods named in Allow.");
            case 406 ->
                Problem.of(406, "NOT_ACCEPTABLE", "Not acceptable", "This address answers with application/json only.");
            case 408 -> Problem.of(408, "REQUEST_TIMEOUT", "Request time-out", "The request took too long to arrive.");
            case 413 -> Problem.of(413, "BODY_TOO_LARGE", "Body too large", "Send at most 64 KB.");
            case 414 -> Problem.of(414, "URI_TOO_LONG", "URI too long", "Send an address of at most 4 KB.");
            case 415 -> unsupportedMediaType();
            case 431 -> Problem.of(431, "HEADERS_TOO_LARGE", "Headers too large", "Send at most 8 KB of headers.");
            default ->
                status >= 500
                        ? internal()
                        : Problem.of(status, "REQUEST_REFUSED", "Request refused", "The request was refused.");
        };
    }

    /** Whole seconds, rounded up, at least 1. */
    static String seconds(Duration wait) {
        long seconds = wait.plusNanos(999_999_999).toSeconds();
        return Long.toString(Math.max(1, seconds));
    }
}
