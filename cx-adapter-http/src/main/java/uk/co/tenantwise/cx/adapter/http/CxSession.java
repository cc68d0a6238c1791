package uk.co.tenantwise.cx.adapter.http;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * The token of one connection. One log-in happens at a time, however many callers wait for it; credentials that were
 * rejected are held back from then on, so that the account is not locked (rule R8). Thread-safe.
 */
final class CxSession {
    private static final String WHAT = "Logging in to Cx";

    private final Supplier<CxToken> logIn;
    private final Executor executor;
    private final InstantSource clock;
    private @Nullable CxToken current;
    private @Nullable CompletableFuture<CxToken> running;
    private boolean rejected;

    /** @param logIn logs in; throws {@link CxFault} */
    CxSession(Supplier<CxToken> logIn, Executor executor, InstantSource clock) {
        this.logIn = logIn;
        this.executor = executor;
        this.clock = clock;
    }

    /** The token at hand, or a new one. @throws CxFault.CredentialsRejected at once when they are held back */
    CxToken token(Deadline deadline) {
        return await(currentOrRunning(), deadline);
    }

    /** Forgets {@code refused}, unless somebody has already got another token. */
    synchronized void drop(CxToken refused) {
        if (current == refused) {
            current = null;
        }
    }

    /** Logs in anew, even if the credentials are held back; waits for a log-in that is already running to end first. */
    void logInAfresh(Deadline deadline) {
        while (true) {
            CompletableFuture<CxToken> attempt;
            boolean mine;
            synchronized (this) {
                mine = running == null;
                attempt = mine ? start() : running();
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

    private synchronized CompletableFuture<CxToken> currentOrRunning() {
        if (current != null && current.isUsableAt(clock.instant())) {
            return CompletableFuture.completedFuture(current);
        }
        if (running != null) {
            return running;
        }
        if (rejected) {
            throw new CxFault.CredentialsRejected(
                    "Cx rejected the user name and password. They are not tried again until an administrator saves or"
                            + " tests the connection, so that the Cx account is not locked");
        }
        return start();
    }

    private CompletableFuture<CxToken> running() {
        return running == null ? CompletableFuture.failedFuture(new IllegalStateException("no log-in")) : running;
    }

    /** Call it with the lock held: the log-in cannot end before it is noted as running. */
    private CompletableFuture<CxToken> start() {
        CompletableFuture<CxToken> attempt = new CompletableFuture<>();
        try {
            executor.execute(() -> run(attempt));
        } catch (RejectedExecutionException e) {
            throw OriginClients.closed();
        }
        running = attempt;
        return attempt;
    }

    private void run(CompletableFuture<CxToken> attempt) {
        try {
            CxToken token = logIn.get();
            settle(token, false);
            attempt.complete(token);
        } catch (CxFault.CredentialsRejected rejection) {
            settle(null, true);
            attempt.completeExceptionally(rejection);
        } catch (RuntimeException | Error failure) {
            settleAsBefore();
            attempt.completeExceptionally(failure);
        }
    }

    private synchronized void settle(@Nullable CxToken token, boolean nowRejected) {
        current = token;
        rejected = nowRejected;
        running = null;
    }

    /** A log-in that came to no result says nothing about the credentials. */
    private synchronized void settleAsBefore() {
        running = null;
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
