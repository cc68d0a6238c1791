package uk.co.tenantwise.cx.adapter.http;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Calls Cx with a token. A request that was turned away for want of a valid token is sent once more after one new log-in:
 * that answer proves that nothing was done. Beyond that a read is repeated as {@link RetriedRead} says; a cancellation never
 * is. Blocks; thread-safe.
 */
final class CxCalls {
    private final GatedExchange exchange;
    private final CxGates gates;
    private final CxTokens tokens;
    private final CxClientOptions options;
    private final InstantSource clock;

    CxCalls(GatedExchange exchange, CxGates gates, CxTokens tokens, CxClientOptions options, InstantSource clock) {
        this.exchange = exchange;
        this.gates = gates;
        this.tokens = tokens;
        this.options = options;
        this.clock = clock;
    }

    /** What a successful answer says, or that it is a web page which says that something was not found. */
    private sealed interface Reading<T> {
        record Said<T>(T value) implements Reading<T> {}

        record PageNotFound<T>() implements Reading<T> {}
    }

    /** One go at a request. */
    private record Go(CxConnection connection, CxRequest request, Deadline deadline, boolean repeating) {
        Go at(CxRequest other) {
            return new Go(connection, other, deadline, repeating);
        }
    }

    /**
     * Reads.
     *
     * @param read makes the result from the JSON
     * @throws CxFault when Cx does not serve the request, or not as the contract says
     */
    <T> T read(CxConnection connection, CxRequest request, Function<byte[], T> read) {
        Deadline deadline = Deadline.in(options.apiTimeout());
        return new RetriedRead(gates.of(connection.apiUrl()).retries(), deadline)
                .get(repeating -> readOnce(new Go(connection, request, deadline, repeating), read));
    }

    /** Sends a request that changes something, at most once, as far as Cx could have acted on it. */
    <T> T change(CxConnection connection, CxRequest request, Function<CxAnswer, T> read) {
        Go go = new Go(connection, request, Deadline.in(options.apiTimeout()), false);
        return withToken(go, (answer, token) -> answer.wantsLogIn(), read);
    }

    private <T> T readOnce(Go go, Function<byte[], T> read) {
        Reading<T> reading = withToken(go, this::readWantsLogIn, answer -> reading(answer, go, read));
        return switch (reading) {
            case Reading.Said<T> said -> said.value();
            case Reading.PageNotFound<T> page -> {
                if (companiesAnswer(go)) {
                    throw new CxFault.NotFound("Cx does not know what the request for "
                            + go.request().what() + " asks for");
                }
                throw CxAnswers.pageNotFound(go.request().what());
            }
        };
    }

    private <T> Reading<T> reading(CxAnswer answer, Go go, Function<byte[], T> read) {
        if (answer.redirectsToLogIn()) {
            throw new CxFault.ContractBroken(
                    "Cx asks for a log-in again and again, although the log-in had just been accepted");
        }
        return answer.status() == 404 && answer.isHtml()
                ? new Reading.PageNotFound<>()
                : new Reading.Said<>(
                        read.apply(CxAnswers.json(answer, go.request().what(), clock.instant())));
    }

    private <T> T withToken(Go go, BiPredicate<CxAnswer, CxToken> wantsLogIn, Function<CxAnswer, T> read) {
        CxSession session = tokens.of(go.connection());
        CxToken token = session.token(go.deadline(), go.repeating());
        Optional<T> first = send(
                go,
                token,
                answer -> wantsLogIn.test(answer, token) ? Optional.empty() : Optional.of(read.apply(answer)));
        return first.orElseGet(() -> {
            session.drop(token);
            return withNewToken(go, session, read);
        });
    }

    /**
     * The token of another node may be as old as the one that was just refused, and gone with it, as when Cx has started again:
     * only what happens to one of this node's own tells something about the user.
     */
    private <T> T withNewToken(Go go, CxSession session, Function<CxAnswer, T> read) {
        CxToken renewed = session.token(go.deadline(), go.repeating());
        if (renewed.isOwn()) {
            return withLastToken(go, session, renewed, read);
        }
        Optional<T> answered = send(
                go, renewed, answer -> answer.status() == 401 ? Optional.empty() : Optional.of(read.apply(answer)));
        return answered.orElseGet(() -> {
            session.drop(renewed);
            return withLastToken(go, session, session.token(go.deadline(), go.repeating()), read);
        });
    }

    private <T> T withLastToken(Go go, CxSession session, CxToken last, Function<CxAnswer, T> read) {
        return send(go, last, answer -> {
            if (answer.status() == 401) {
                session.refuse(last);
            }
            return read.apply(answer);
        });
    }

    private <T> T send(Go go, CxToken token, Function<CxAnswer, T> read) {
        return exchange.send(go.connection().apiUrl(), go.request().with(token), go.deadline(), read);
    }

    /**
     * For a read a web page is a log-in page until the opposite is proved; a read can be repeated. For a token that has only just
     * come it is a page that says, for instance, that Cx is being maintained: logging in for each of those would double the
     * calls to a Cx in trouble.
     */
    private boolean readWantsLogIn(CxAnswer answer, CxToken token) {
        boolean page = answer.redirectsToLogIn() || (answer.isSuccess() && answer.isHtml());
        return answer.status() == 401 || (page && !token.isFreshAt(clock.instant()));
    }

    /**
     * Some web servers put a page of their own in place of an application's 404, and some gateways say 404 when the
     * application is away. Only if Cx answers another call as it should was it Cx that said so.
     */
    private boolean companiesAnswer(Go go) {
        CxRequest companies =
                CxRequest.get(CxCallKind.COMPANIES, options.paths().companies());
        if (go.request().target().equals(companies.target())) {
            return false;
        }
        try {
            return withToken(go.at(companies), this::readWantsLogIn, answer -> {
                var unused = CxAnswers.json(answer, companies.what(), clock.instant());
                return answer.startsWith('[');
            });
        } catch (CxFault.NotFound | CxFault.Refused | CxFault.ContractBroken odd) {
            return false;
        }
    }
}
