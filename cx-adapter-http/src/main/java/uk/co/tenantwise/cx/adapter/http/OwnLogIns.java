package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.ForSharingLogIns;
import uk.co.tenantwise.cx.ports.driven.SharedLogIn;

/** The log-ins of a node that shares them with no other. Within a node {@link CxSession} sees to it that one happens at a time. */
final class OwnLogIns implements ForSharingLogIns {
    private final Map<CxConnection, SharedLogIn> known = new ConcurrentHashMap<>();

    @Override
    public Optional<SharedLogIn> find(CxConnection connection) {
        return Optional.ofNullable(known.get(connection));
    }

    @Override
    public void share(CxConnection connection, SharedLogIn logIn) {
        known.put(connection, logIn);
    }

    @Override
    public void forget(CxConnection connection, SharedLogIn refused) {
        known.remove(connection, refused);
    }

    @Override
    public void forgetAll() {
        known.clear();
    }

    @Override
    public <T> T alone(CxConnection connection, Duration patience, Supplier<T> logIn) {
        return logIn.get();
    }
}
