package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * What every call to one Cx instance passes: it answers for Cx while Cx is to be left alone, holds the number of calls at
 * a time, and learns from how they end. Thread-safe.
 */
final class CxGate {
    /** Longer than most calls take, and short enough for somebody who looks at a page. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Respite respite;
    private final Breaker breaker;
    private final Bulkhead bulkhead;
    private final RetryBudget retries;

    CxGate(int maxCalls, InstantSource clock, Tally tally) {
        respite = new Respite(clock);
        breaker = new Breaker(clock);
        bulkhead = new Bulkhead(maxCalls, LONGEST_WAIT, tally);
        retries = new RetryBudget(tally);
    }

    /**
     * Makes a call.
     *
     * @throws CxFault of the call, or of an earlier one while Cx is left alone, or {@link CxFault.Busy}
     */
    <T> T pass(Deadline deadline, Supplier<T> call) {
        leaveAlone();
        bulkhead.enter(deadline);
        try {
            // Cx may have begun to fail while this call waited for its turn.
            leaveAlone();
            return watched(breaker.enter(), call);
        } finally {
            bulkhead.leave();
        }
    }

    /** Makes a call even while Cx is left alone; when it is served, Cx is left alone no longer. */
    <T> T passAnyway(Deadline deadline, Supplier<T> call) {
        bulkhead.enter(deadline);
        try {
            T result = call.get();
            reset();
            return result;
        } catch (CxFault fault) {
            respite.note(fault);
            throw fault;
        } finally {
            bulkhead.leave();
        }
    }

    void reset() {
        respite.end();
        breaker.reset();
    }

    RetryBudget retries() {
        return retries;
    }

    Breaker breaker() {
        return breaker;
    }

    Bulkhead bulkhead() {
        return bulkhead;
    }

    private void leaveAlone() {
        respite.now().or(breaker::now).ifPresent(fault -> {
            throw fault;
        });
    }

    private <T> T watched(long began, Supplier<T> call) {
        try {
            T result = call.get();
            breaker.served(began);
            return result;
        } catch (CxFault fault) {
            respite.note(fault);
            learn(began, fault);
            throw fault;
        } catch (RuntimeException | Error e) {
            breaker.untold(began);
            throw e;
        }
    }

    private void learn(long began, CxFault fault) {
        switch (fault) {
            case CxFault.TimedOut late -> {
                // Whoever is interrupted gave up by himself.
                if (Thread.currentThread().isInterrupted()) {
                    breaker.untold(began);
                } else {
                    breaker.failed(began, fault);
                }
            }
            case CxFault.Unreachable lost -> breaker.failed(began, fault);
            case CxFault.TlsFailed tls -> breaker.failed(began, fault);
            case CxFault.AddressNotWhitelisted blocked -> breaker.failed(began, fault);
            case CxFault.Unavailable down -> breaker.failed(began, fault);
            case CxFault.ContractBroken broken -> breaker.failed(began, fault);
            case CxFault.NotFound answer -> breaker.served(began);
            case CxFault.Refused answer -> breaker.served(began);
            case CxFault.NoApiPermission answer -> breaker.served(began);
            case CxFault.CredentialsRejected answer -> breaker.served(began);
            case CxFault.Throttled asked -> breaker.untold(began);
            case CxFault.AddressForbidden ours -> breaker.untold(began);
            case CxFault.Busy ours -> breaker.untold(began);
        }
    }
}
