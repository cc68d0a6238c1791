package uk.co.tenantwise.cx.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One kind of trouble that a Cx, or the network before it, can make. Script it with {@link Faults}. The <em>effect</em>
 * of a call is what it changes in the site: a cancellation, a new token.
 */
public sealed interface Fault {

    /** A fault that comes on top of whatever else happens to a request. */
    sealed interface Addition extends Fault {}

    /** A fault that decides how a request ends; of several the one that was scripted first wins. */
    sealed interface Ending extends Fault {}

    /** The answer waits; with {@code beforeEffect} the effect waits as well. */
    record Delay(Duration time, boolean beforeEffect) implements Addition {}

    /** The answer waits until {@link Script#release()}; with {@code beforeEffect} the effect waits as well. */
    record Hold(boolean beforeEffect) implements Addition {}

    /** Every token is revoked, then the request is served as if nothing had happened. */
    record ExpireTokens() implements Addition {}

    /** A fixed answer; the call takes effect first when {@code acts}. */
    record Answer(int status, Map<String, String> headers, String body, boolean acts) implements Ending {

        public Answer {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("status must be 200 to 599, was " + status);
            }
            headers = Map.copyOf(headers);
        }

        /** This answer with one header more. */
        public Answer header(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Answer(status, more, body, acts);
        }

        /** This answer with another body. */
        public Answer body(String text) {
            return new Answer(status, headers, text, acts);
        }

        /** This answer after the call took effect. */
        public Answer afterEffect() {
            return new Answer(status, headers, body, true);
        }

        Reply reply() {
            return new Reply(status, headers, body);
        }
    }

    /** No answer and the connection ends: by a reset when {@code abrupt}, else in good order. */
    record HangUp(boolean acts, boolean abrupt) implements Ending {}

    /** No answer and the connection stays open until {@link Script#release()}, which resets it. */
    record Stall(boolean acts) implements Ending {}

    /** Half of the true body under the Content-Length of all of it, then the connection ends. */
    record Truncated(boolean abrupt) implements Ending {}

    /** The head of the true answer at once, then its body byte by byte with a pause before each. */
    record SlowDrip(Duration pause) implements Ending {}

    /** The first two thirds of the true body, correctly framed, so that the JSON ends early. */
    record MalformedJson() implements Ending {}

    /** The true answer under another content type. */
    record WrongContentType(String contentType) implements Ending {}

    /** The true answer grown by blanks to this many bytes, in chunks without Content-Length. */
    record Oversized(long bytes) implements Ending {

        public Oversized {
            requirePositive(bytes);
        }
    }

    /** The true answer grown by blanks to this many bytes and compressed, whether the caller accepts it or not. */
    record GzipBomb(long bytes) implements Ending {

        public GzipBomb {
            requirePositive(bytes);
        }
    }

    /** An empty list where the true answer is a list. */
    record EmptyList() implements Ending {}

    /** {@code Success: true} to a cancellation that is not carried out. */
    record SuccessWithoutEffect() implements Ending {}

    /**
     * The effect comes only after so many further requests have been handled, or at {@link Script#release()}.
     *
     * @param requests how many further requests still see the old state
     * @param then what the caller gets now
     */
    record LateEffect(int requests, Meanwhile then) implements Ending {

        public LateEffect {
            if (requests < 0) {
                throw new IllegalArgumentException("requests must not be negative, was " + requests);
            }
        }
    }

    /** What the caller of a call with a late effect gets. */
    enum Meanwhile {
        /** {@code Success: true}. */
        SUCCESS,
        /** A reset connection. */
        RESET
    }

    /** An answer with a status and a JSON message, without effect. */
    static Answer status(int status) {
        return new Answer(
                status, Map.of("Content-Type", Reply.JSON), "{\"Message\":\"Scripted answer " + status + "\"}", false);
    }

    /** Status 401 with a JSON message: the credentials, or the token, are rejected. */
    static Answer rejectCredentials() {
        return status(401).body("{\"Message\":\"The user name or password is incorrect.\"}");
    }

    /** Status 403 with a JSON message: the user has no API permission. */
    static Answer noPermission() {
        return answer(CxApi.notPermitted());
    }

    /** Status 403 with HTML from the edge: the caller's address is not allowed. */
    static Answer edgeForbidden() {
        return answer(Reply.of(403, Reply.HTML, Pages.FORBIDDEN));
    }

    /** Status 200 with the HTML of the log-in page. */
    static Answer loginPage() {
        return answer(Reply.loginPage());
    }

    /** Status 302 to {@code /Account/Login}. */
    static Answer redirectToLogin() {
        return answer(Reply.redirectToLogin());
    }

    /** The call takes effect at once, its answer comes later. */
    static Delay delay(Duration time) {
        return new Delay(time, false);
    }

    /** The call waits before it takes effect. */
    static Delay delayBeforeEffect(Duration time) {
        return new Delay(time, true);
    }

    /** The call waits, before it takes effect, until the script is released. */
    static Hold hold() {
        return new Hold(true);
    }

    /** The call takes effect at once, its answer waits until the script is released. */
    static Hold holdAnswer() {
        return new Hold(false);
    }

    /** The connection is reset; the call has no effect. */
    static HangUp reset() {
        return new HangUp(false, true);
    }

    /** The call takes effect, then the connection is reset without an answer. */
    static HangUp resetAfterEffect() {
        return new HangUp(true, true);
    }

    /** The connection is closed in good order without an answer; the call has no effect. */
    static HangUp close() {
        return new HangUp(false, false);
    }

    /** No effect and never an answer. */
    static Stall stall() {
        return new Stall(false);
    }

    /** The call takes effect, the answer never comes. */
    static Stall stallAfterEffect() {
        return new Stall(true);
    }

    /** Half of the body, then the connection is closed in good order. */
    static Truncated truncated() {
        return new Truncated(false);
    }

    /** Half of the body, then the connection is reset. */
    static Truncated resetMidBody() {
        return new Truncated(true);
    }

    /** The body byte by byte. */
    static SlowDrip slowDrip(Duration pause) {
        return new SlowDrip(pause);
    }

    /** JSON that ends early, correctly framed. */
    static MalformedJson malformedJson() {
        return new MalformedJson();
    }

    /** The true answer under another content type. */
    static WrongContentType wrongContentType(String contentType) {
        return new WrongContentType(contentType);
    }

    /** A body of this many bytes, in chunks. */
    static Oversized oversized(long bytes) {
        return new Oversized(bytes);
    }

    /** A small compressed body that inflates to this many bytes. */
    static GzipBomb gzipBomb(long bytes) {
        return new GzipBomb(bytes);
    }

    /** Every token is revoked just before the request is served. */
    static ExpireTokens expireTokens() {
        return new ExpireTokens();
    }

    /** An empty list where a list is asked for. */
    static EmptyList emptyList() {
        return new EmptyList();
    }

    /** {@code Success: true} without any effect. */
    static SuccessWithoutEffect successWithoutEffect() {
        return new SuccessWithoutEffect();
    }

    /** {@code Success: true} now, the effect after so many further requests. */
    static LateEffect lateEffect(int requests) {
        return new LateEffect(requests, Meanwhile.SUCCESS);
    }

    /** A reset connection now, the effect after so many further requests. */
    static LateEffect lateEffectAfterReset(int requests) {
        return new LateEffect(requests, Meanwhile.RESET);
    }

    private static Answer answer(Reply reply) {
        return new Answer(reply.status(), reply.headers(), reply.body(), false);
    }

    private static void requirePositive(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be positive, was " + bytes);
        }
    }
}
