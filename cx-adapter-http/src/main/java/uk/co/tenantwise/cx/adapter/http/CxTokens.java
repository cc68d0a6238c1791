package uk.co.tenantwise.cx.adapter.http;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.ForReleasingCredentials;

/** The tokens of all connections; there is normally one connection. Thread-safe. */
final class CxTokens implements ForReleasingCredentials {
    private final Map<CxConnection, CxSession> sessions = new ConcurrentHashMap<>();
    private final Function<CxConnection, CxToken> logIn;
    private final Executor executor;
    private final InstantSource clock;

    CxTokens(Function<CxConnection, CxToken> logIn, Executor executor, InstantSource clock) {
        this.logIn = logIn;
        this.executor = executor;
        this.clock = clock;
    }

    CxSession of(CxConnection connection) {
        return sessions.computeIfAbsent(connection, link -> new CxSession(() -> logIn.apply(link), executor, clock));
    }

    /** A log-in under way goes on, for those who wait for it; whoever comes later starts with nothing. */
    @Override
    public void release() {
        sessions.clear();
    }
}
