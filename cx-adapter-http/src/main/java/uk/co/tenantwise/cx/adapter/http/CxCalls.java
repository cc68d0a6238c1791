package uk.co.tenantwise.cx.adapter.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Calls Cx with a token. A request that was turned away for want of a valid token is sent once more after one new log-in:
 * that answer proves that nothing was done. Beyond that a read is repeated at most once, after 50 to 250 ms, and only when
 * the fault says that this may help and the deadline leaves time for it; a cancellation never is. Blocks; thread-safe.
 */
final class CxCalls {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private final CxExchange exchange;
    private final CxTokens tokens;
    private final CxClientOptions options;
    private final InstantSource clock;

    CxCalls(CxExchange exchange, CxTokens tokens, CxClientOptions options, InstantSource clock) {
        this.exchange = exchange;
        this.tokens = tokens;
        this.options = options;
        this.clock = clock;
    }

    /**
     * Reads.
     *
     * @param read makes the result from the JSON
     * @throws CxFault when Cx does not serve the request, or not as the contract says
     */
    <T> T read(CxConnection connection, CxRequest request, Function<byte[], T> read) {
        Deadline deadline = Deadline.in(options.apiTimeout());
        RetryPolicy<T> policy = RetryPolicy.<T>builder()
                .handleIf(failure -> failure instanceof CxFault fault
                        && fault.readMayBeRetried()
                        && deadline.leaves(LONGEST_PAUSE.multipliedBy(2)))
                .withMaxRetries(1)
                .withDelay(SHORTEST_PAUSE, LONGEST_PAUSE)
                .build();
        try {
            return Failsafe.with(policy).get(() -> read.apply(readOnce(connection, request, deadline)));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new CxFault.TimedOut("The request for " + request.what() + " was interrupted");
            }
            throw e;
        }
    }

    /** Sends a request that changes something, at most once, as far as Cx could have acted on it. */
    CxAnswer change(CxConnection connection, CxRequest request) {
        Deadline deadline = Deadline.in(options.apiTimeout());
        return withToken(connection, request, deadline, CxAnswer::wantsLogIn);
    }

    private byte[] readOnce(CxConnection connection, CxRequest request, Deadline deadline) {
        CxAnswer answer = withToken(connection, request, deadline, CxCalls::readWantsLogIn);
        if (answer.redirectsToLogIn()) {
            throw new CxFault.ContractBroken(
                    "Cx asks for a log-in again and again, although the log-in had just been accepted");
        }
        if (answer.status() == 404 && answer.isHtml() && companiesAnswer(connection, request, deadline)) {
            throw new CxFault.NotFound("Cx does not know what the request for " + request.what() + " asks for");
        }
        return CxAnswers.json(answer, request.what(), clock.instant());
    }

    private CxAnswer withToken(
            CxConnection connection, CxRequest request, Deadline deadline, Predicate<CxAnswer> wantsLogIn) {
        CxSession session = tokens.of(connection);
        CxToken token = session.token(deadline);
        CxAnswer answer = exchange.send(connection.apiUrl(), request.with(token), deadline);
        if (!wantsLogIn.test(answer)) {
            return answer;
        }
        session.drop(token);
        CxToken renewed = session.token(deadline);
        CxAnswer second = exchange.send(connection.apiUrl(), request.with(renewed), deadline);
        if (wantsLogIn.test(second)) {
            session.drop(renewed);
        }
        return second;
    }

    /** For a read a web page is a log-in page until the opposite is proved; a read can be repeated. */
    private static boolean readWantsLogIn(CxAnswer answer) {
        return answer.wantsLogIn() || (answer.isSuccess() && answer.isHtml());
    }

    /**
     * Some web servers put a page of their own in place of an application's 404, and some gateways say 404 when the
     * application is away. Only if Cx answers another call as it should was it Cx that said so.
     */
    private boolean companiesAnswer(CxConnection connection, CxRequest request, Deadline deadline) {
        CxRequest companies = CxRequest.get("the companies", options.paths().companies());
        if (request.target().equals(companies.target())) {
            return false;
        }
        CxAnswer answer = withToken(connection, companies, deadline, CxCalls::readWantsLogIn);
        return answer.isSuccess() && answer.startsWith('[');
    }
}
