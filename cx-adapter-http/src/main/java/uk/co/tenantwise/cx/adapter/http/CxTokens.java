package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.ForReleasingCredentials;
import uk.co.tenantwise.cx.ports.driven.ForSharingLogIns;

/** The tokens of all connections; there is normally one connection. Thread-safe. */
final class CxTokens implements ForReleasingCredentials {
    private final Map<CxConnection, CxSession> sessions = new ConcurrentHashMap<>();
    private final Means means;

    /**
     * What sessions work with.
     *
     * @param logIn logs in
     * @param sharing what other nodes know
     * @param patience how long to wait for the log-in of another node
     * @param executor runs log-ins, because a log-in outlives the caller that began it
     * @param clock the time of day, for tokens that expire
     * @param steady a clock that only goes forward, for how long ago something was
     */
    record Means(
            CxLogIn logIn,
            ForSharingLogIns sharing,
            Duration patience,
            Executor executor,
            InstantSource clock,
            InstantSource steady) {}

    CxTokens(Means means) {
        this.means = means;
    }

    CxSession of(CxConnection connection) {
        return sessions.computeIfAbsent(connection, link -> new CxSession(link, means));
    }

    /** A log-in under way goes on, for those who wait for it; whoever comes later starts with nothing. */
    @Override
    public void release() {
        sessions.values().forEach(CxSession::retire);
        sessions.clear();
        means.sharing().forgetAll();
    }
}
