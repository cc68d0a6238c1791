package uk.co.tenantwise.cx.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * The faults that are scripted. Scripts apply in the order in which they were made; a used-up script does nothing.
 * Thread-safe.
 */
public final class Faults {

    /** The longest that a request is held when nobody releases it, so that a forgotten script frees its connection. */
    static final Duration LONGEST_HOLD = Duration.ofMinutes(5);

    private static final int KEPT = 1_000;

    private final List<Script> scripts = new CopyOnWriteArrayList<>();

    Faults() {}

    /** The fault happens to the next request of this kind. */
    public Script next(Endpoint endpoint, Fault fault) {
        return next(endpoint, 1, fault);
    }

    /** The fault happens to the next so many requests of this kind, at least 1. */
    public Script next(Endpoint endpoint, int times, Fault fault) {
        return when(endpoint, times, request -> true, fault);
    }

    /** The fault happens to every request of this kind until it is cleared. */
    public Script always(Endpoint endpoint, Fault fault) {
        return next(endpoint, Integer.MAX_VALUE, fault);
    }

    /** The fault happens to the next so many requests of this kind that pass the filter. */
    public synchronized Script when(Endpoint endpoint, int times, Predicate<ReceivedRequest> filter, Fault fault) {
        Script script = new Script(endpoint, fault, times, filter);
        if (scripts.size() >= KEPT) {
            // A used-up script may still hold requests: the oldest are let go, so that nothing hangs unreachably.
            List<Script> old = scripts.stream().filter(Script::isUsedUp).toList();
            scripts.removeAll(old);
            old.forEach(Script::release);
        }
        scripts.add(script);
        return script;
    }

    /** The scripts that will still happen to a request. */
    public List<Script> active() {
        return scripts.stream().filter(script -> script.left() > 0).toList();
    }

    /** Ends every script and lets go of everything that they hold. */
    public void clear() {
        clear(Endpoint.ANY);
    }

    /** Ends the scripts of one kind of request (with ANY: all) and lets go of everything that they hold. */
    public synchronized void clear(Endpoint endpoint) {
        List<Script> ended = scripts.stream()
                .filter(script -> endpoint == Endpoint.ANY || script.endpoint() == endpoint)
                .toList();
        scripts.removeAll(ended);
        ended.forEach(Script::release);
    }

    int kept() {
        return scripts.size();
    }

    /** The scripts that happen to a request: any number of additions, and at most one that decides the answer. */
    List<Script> take(ReceivedRequest request) {
        List<Script> taken = new ArrayList<>();
        boolean decided = false;
        for (Script script : scripts) {
            boolean decides = script.fault() instanceof Fault.Ending;
            if (!(decides && decided) && script.take(request)) {
                taken.add(script);
                decided |= decides;
            }
        }
        return taken;
    }

    void requestServed() {
        scripts.forEach(Script::requestServed);
    }
}
