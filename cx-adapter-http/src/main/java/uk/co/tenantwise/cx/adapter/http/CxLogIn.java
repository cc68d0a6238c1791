package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.ports.driven.SharedLogIn;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Logs in to Cx, once for each call. Thread-safe. */
final class CxLogIn {
    private static final String WHAT = CxCallKind.LOG_IN.what();
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,16384}");

    private final GatedExchange exchange;
    private final String path;
    private final Duration timeout;
    private final InstantSource clock;

    CxLogIn(GatedExchange exchange, String path, Duration timeout, InstantSource clock) {
        this.exchange = exchange;
        this.path = path;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * A new token.
     *
     * @param anyway whether to ask even while Cx is left alone
     * @throws CxFault.CredentialsRejected when Cx answers 401, or 423 for a locked account
     */
    SharedLogIn.Accepted logIn(CxConnection connection, boolean anyway) {
        byte[] json = CxJson.write(Map.of(
                "UserName",
                connection.username(),
                "Password",
                connection.password().reveal()));
        CxRequest request = CxRequest.post(CxCallKind.LOG_IN, path, json);
        Deadline deadline = Deadline.in(timeout);
        return anyway
                ? exchange.sendAnyway(connection.apiUrl(), request, deadline, this::read)
                : exchange.send(connection.apiUrl(), request, deadline, this::read);
    }

    private SharedLogIn.Accepted read(CxAnswer answer) {
        int status = answer.status();
        if (status == 401 || status == 423) {
            throw new CxFault.CredentialsRejected("Cx rejected the user name and password (status " + status
                    + "): one of them is wrong, the account is locked, or its password has to be changed");
        }
        if (answer.isRedirect() || status == 404 || status == 405 || status == 410 || status == 501) {
            throw notCx("status " + status);
        }
        if (!answer.isSuccess()) {
            throw CxAnswers.faultOf(answer, WHAT, clock.instant());
        }
        if (answer.isHtml() || !answer.startsWith('{')) {
            throw notCx(answer.isHtml() ? "a web page" : "no JSON object");
        }
        CxRow row = CxJson.object(answer.body(), WHAT);
        Instant now = clock.instant();
        String token =
                row.text("Token").filter(text -> TOKEN.matcher(text).matches()).orElseThrow(() -> notCx("no token"));
        Optional<Instant> expiresAt = row.text("ExpiresAt").flatMap(CxDates::instant);
        return new SharedLogIn.Accepted(Secret.of(token), now, expiresAt);
    }

    private static CxFault notCx(String found) {
        return new CxFault.ContractBroken(
                "What answers at the API URL does not speak like Cx: the log-in got " + found + " instead of a token");
    }
}
