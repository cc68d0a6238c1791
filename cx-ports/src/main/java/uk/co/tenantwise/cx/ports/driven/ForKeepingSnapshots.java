package uk.co.tenantwise.cx.ports.driven;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Keeps what was retrieved, bounded in number and age, and lets one customer's data be retrieved by one caller at a time
 * (rule R7). Nodes may share what they keep; then a retrieval that runs on one of them counts as running on all.
 *
 * @param <S> what is kept
 */
public interface ForKeepingSnapshots<S> {
    /** What is kept, however old it is; may be behind other nodes, by at most a second while they can be reached. */
    Optional<S> find(SnapshotKey key);

    /** What is kept by any node at this moment, as far as the others can be reached. */
    Optional<S> latest(SnapshotKey key);

    /**
     * Retrieves and keeps. Callers that come while a retrieval of the same key is running wait for that one and get its
     * result, or its fault. Nothing is kept of a retrieval that fails, nor is what was kept before lost by it.
     *
     * @param seen what the caller found kept and wants to have retrieved again, empty when there was nothing; when
     *     something else is kept by now, somebody has just retrieved it, and that is the result
     * @throws CxFault as {@code retrieval} threw it
     */
    S retrieve(SnapshotKey key, Optional<S> seen, Supplier<S> retrieval);

    /**
     * Retrieves and keeps like {@link #retrieve}, but never joins a retrieval that is already running, and the result of
     * such a one is not kept: for use after something was changed in Cx.
     *
     * @throws CxFault as {@code retrieval} threw it
     */
    S retrieveAnew(SnapshotKey key, Supplier<S> retrieval);

    /** Forgets one; the result of a retrieval that is running is not kept either. @return whether one was kept */
    boolean drop(SnapshotKey key);

    /** Forgets all; results of retrievals that are running are not kept either. @return how many were kept */
    int dropAll();

    /** What this node keeps of one source, in no particular order. */
    List<S> held(SettingsVersion source);
}
