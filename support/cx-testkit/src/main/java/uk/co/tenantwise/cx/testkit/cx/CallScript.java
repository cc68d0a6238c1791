package uk.co.tenantwise.cx.testkit.cx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** What a test has told {@link InMemoryCx} to do when it is called, and how often it was called. Thread-safe. */
final class CallScript {
    private final Map<CxCall, Integer> counts = new EnumMap<>(CxCall.class);
    private final Map<CxCall, CxFault> standing = new EnumMap<>(CxCall.class);
    private final Map<CxCall, Deque<CxFault>> once = new EnumMap<>(CxCall.class);
    private final Map<CxCall, Deque<CxFault>> lostAnswers = new EnumMap<>(CxCall.class);
    private final Map<CxCall, Runnable> before = new EnumMap<>(CxCall.class);
    private final Map<CxCall, CallGate> gates = new EnumMap<>(CxCall.class);

    /** Counts, waits at the gate, runs what is to be run, and throws the fault that is due. */
    void enter(CxCall call) {
        @Nullable CallGate gate;
        @Nullable Runnable first;
        synchronized (this) {
            counts.merge(call, 1, Integer::sum);
            gate = gates.get(call);
            first = before.get(call);
        }
        if (gate != null) {
            gate.pass();
        }
        if (first != null) {
            first.run();
        }
        throwIfAny(due(call));
    }

    /** Throws when the answer of a call that took effect is to be lost. */
    void leave(CxCall call) {
        throwIfAny(poll(lostAnswers, call));
    }

    synchronized int count(CxCall call) {
        return counts.getOrDefault(call, 0);
    }

    synchronized void always(CxCall call, CxFault fault) {
        standing.put(call, fault);
    }

    synchronized void once(CxCall call, CxFault fault) {
        once.computeIfAbsent(call, any -> new ArrayDeque<>()).add(fault);
    }

    synchronized void loseAnswer(CxCall call, CxFault fault) {
        lostAnswers.computeIfAbsent(call, any -> new ArrayDeque<>()).add(fault);
    }

    synchronized void before(CxCall call, Runnable action) {
        before.put(call, action);
    }

    synchronized CallGate hold(CxCall call) {
        CallGate gate = new CallGate();
        gates.put(call, gate);
        return gate;
    }

    synchronized void clear() {
        standing.clear();
        once.clear();
        lostAnswers.clear();
        before.clear();
        gates.values().forEach(CallGate::open);
        gates.clear();
    }

    private synchronized Optional<CxFault> due(CxCall call) {
        return poll(once, call).or(() -> Optional.ofNullable(standing.get(call)));
    }

    private synchronized Optional<CxFault> poll(Map<CxCall, Deque<CxFault>> faults, CxCall call) {
        return Optional.ofNullable(faults.get(call)).map(Deque::poll);
    }

    private static void throwIfAny(Optional<CxFault> fault) {
        if (fault.isPresent()) {
            throw fault.get();
        }
    }
}
