package uk.co.tenantwise.cx.ports.driven;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.domain.settings.CxConnection;

/**
 * Lets the nodes of one instance share what came of logging in to Cx: one token serves all of them, one log-in happens at a
 * time (rule R7), and credentials that were rejected once are tried by none of them (rule R8). Never throws for reasons of
 * its own: while other nodes cannot be reached, each one goes by what it knows itself.
 */
public interface ForSharingLogIns {
    /** What came of the last log-in with these credentials, on any node. */
    Optional<SharedLogIn> find(CxConnection connection);

    /** Tells all nodes what came of a log-in, in place of what was known. */
    void share(CxConnection connection, SharedLogIn logIn);

    /** Forgets {@code refused}, unless something else has taken its place. */
    void forget(CxConnection connection, SharedLogIn refused);

    /** Forgets everything about all credentials. */
    void forgetAll();

    /**
     * Does {@code logIn} while no other node does one for the same credentials. After {@code patience} it is done all the
     * same: a node that died must not keep the others waiting.
     *
     * @return what {@code logIn} returned
     */
    <T> T alone(CxConnection connection, Duration patience, Supplier<T> logIn);
}
