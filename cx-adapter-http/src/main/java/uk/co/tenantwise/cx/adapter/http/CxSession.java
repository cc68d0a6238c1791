package uk.co.tenantwise.cx.adapter.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * The token of one connection on this node. One log-in happens at a time, however many callers wait for it; credentials
 * that were rejected are held back from then on, so that the account is not locked (rule R8). Thread-safe.
 */
final class CxSession {
    private static final String WHAT = "Logging in to Cx";

    private final CxTokens.Means means;
    private final LogInSource source;
    private final LogInHold hold;
    private final FailedLogIn failed;
    private @Nullable CxToken current;
    private @Nullable CompletableFuture<CxToken> running;

    /** Why a log-in is begun. */
    private enum Cause {
        /** There is no token. */
        NEEDED,
        /** There is none, and the last log-in failed a moment ago. */
        REPEATED,
        /** Whether it works is to be found out, whatever is known. */
        TEST
    }

    CxSession(CxConnection connection, CxTokens.Means means) {
        this.means = means;
        this.source = new LogInSource(connection, means);
        this.hold = new LogInHold(means.steady());
        this.failed = new FailedLogIn(means.steady());
    }

    /**
     * The token at hand, or a new one.
     *
     * @param repeating whether the caller repeats a read that failed
     * @throws CxFault.CredentialsRejected at once when they are held back
     */
    CxToken token(Deadline deadline, boolean repeating) {
        return await(currentOrRunning(repeating), deadline);
    }

    /** Forgets {@code refused}, unless somebody has already got another token. */
    void drop(CxToken refused) {
        if (takeAway(refused, false)) {
            source.forget(refused);
        }
    }

    /**
     * A token that was refused: when this node has only just got it by a log-in of its own, Cx refuses the user, and the
     * credentials are held back. That of another node may be gone for a reason of its own.
     */
    void refuse(CxToken refused) {
        if (!refused.isOwn() || !refused.isNewAt(means.clock().instant())) {
            drop(refused);
        } else if (takeAway(refused, true)) {
            source.reject();
        }
    }

    /** Logs in anew, even if the credentials are held back; waits for a log-in that is already running to end first. */
    void logInAfresh(Deadline deadline) {
        while (true) {
            CompletableFuture<CxToken> attempt;
            boolean mine;
            synchronized (this) {
                mine = running == null;
                attempt = mine ? start(Cause.TEST) : running();
            }
            try {
                await(attempt, deadline);
            } catch (CxFault fault) {
                if (mine || deadline.remaining().isZero()) {
                    throw fault;
                }
            }
            if (mine) {
                return;
            }
        }
    }

    /** Nothing that comes of this is told to other nodes any more: the credentials were released meanwhile. */
    void retire() {
        source.retire();
    }

    private synchronized CompletableFuture<CxToken> currentOrRunning(boolean repeating) {
        if (current != null && current.isUsableAt(means.clock().instant())) {
            return CompletableFuture.completedFuture(current);
        }
        if (running != null) {
            return running;
        }
        if (hold.isHeld(source::find)) {
            throw LogInHold.rejected();
        }
        return start(failed.mayLogIn(repeating) ? Cause.REPEATED : Cause.NEEDED);
    }

    private CompletableFuture<CxToken> running() {
        return running == null ? CompletableFuture.failedFuture(new IllegalStateException("no log-in")) : running;
    }

    /** In one step, so that nobody logs in or takes that token again in between. @return whether it was in use still */
    private synchronized boolean takeAway(CxToken refused, boolean holdBack) {
        if (current != refused) {
            return false;
        }
        current = null;
        source.noteRefused(refused);
        if (holdBack) {
            hold.begin();
        }
        return true;
    }

    /** Call it with the lock held: the log-in cannot end before it is noted as running. */
    private CompletableFuture<CxToken> start(Cause cause) {
        CompletableFuture<CxToken> attempt = new CompletableFuture<>();
        try {
            means.executor().execute(() -> run(attempt, cause));
        } catch (RejectedExecutionException e) {
            throw OriginClients.closed();
        }
        running = attempt;
        return attempt;
    }

    private void run(CompletableFuture<CxToken> attempt, Cause cause) {
        try {
            CxToken token = cause == Cause.TEST ? source.logInAnyway() : source.obtain();
            succeed(token);
            attempt.complete(token);
        } catch (RuntimeException | Error failure) {
            fail(failure, cause);
            attempt.completeExceptionally(failure);
        }
    }

    private synchronized void succeed(CxToken token) {
        current = token;
        running = null;
        hold.end();
        failed.end();
    }

    /** A log-in that came to no result says nothing about the credentials. */
    private synchronized void fail(Throwable failure, Cause cause) {
        running = null;
        if (failure instanceof CxFault.CredentialsRejected) {
            current = null;
            hold.begin();
        } else if (failure instanceof CxFault fault && cause != Cause.TEST) {
            failed.begin(fault, cause == Cause.REPEATED);
        }
    }

    private static CxToken await(CompletableFuture<CxToken> attempt, Deadline deadline) {
        try {
            return deadline.await(attempt, WHAT);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CxFault fault) {
                throw fault;
            }
            throw new IllegalStateException("the log-in failed", e.getCause());
        }
    }
}
