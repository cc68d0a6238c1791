package uk.co.tenantwise.cx.simulator;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the simulated Cx has received since the start or the last {@link #clear()}. Counts by endpoint are exact for
 * ever; single requests are kept up to a limit, the oldest going first. Control calls under {@code /simulator} are not
 * counted. Thread-safe.
 */
public final class Requests {

    private final int kept;
    private final Map<Long, ReceivedRequest> log = new LinkedHashMap<>();
    private final Map<Endpoint, Integer> counts = new EnumMap<>(Endpoint.class);
    private final Map<Endpoint, Integer> inFlight = new EnumMap<>(Endpoint.class);
    private final Map<Endpoint, Integer> most = new EnumMap<>(Endpoint.class);
    private long numbers;
    private int tokensIssued;
    private int loginsRejected;

    Requests(int kept) {
        this.kept = kept;
    }

    /** How many requests of this kind; with ANY: of all kinds. */
    public synchronized int count(Endpoint endpoint) {
        return counts.getOrDefault(endpoint, 0);
    }

    /** How many of the requests that are still kept have this method and a raw path that passes. */
    public synchronized int count(String method, Predicate<String> path) {
        return (int) log.values().stream()
                .filter(request -> request.method().equals(method) && path.test(request.path()))
                .count();
    }

    /** The requests that are still kept, oldest first. */
    public synchronized List<ReceivedRequest> all() {
        return List.copyOf(log.values());
    }

    /** The requests of this kind that are still kept, oldest first. */
    public synchronized List<ReceivedRequest> all(Endpoint endpoint) {
        return log.values().stream()
                .filter(request -> endpoint.covers(request.endpoint()))
                .toList();
    }

    /** The latest request of this kind. */
    public synchronized Optional<ReceivedRequest> last(Endpoint endpoint) {
        return all(endpoint).stream().reduce((earlier, later) -> later);
    }

    /** How many log-ins were accepted, which is the number of tokens issued. */
    public synchronized int tokensIssued() {
        return tokensIssued;
    }

    /** How many log-ins were answered by 401, by the rules or by a script. */
    public synchronized int loginsRejected() {
        return loginsRejected;
    }

    /** How many requests of this kind (with ANY: of all kinds) were being served at one time, at the most. */
    public synchronized int maxConcurrent(Endpoint endpoint) {
        return most.getOrDefault(endpoint, 0);
    }

    /** How many requests of this kind (with ANY: of all kinds) are being served. */
    public synchronized int inFlight(Endpoint endpoint) {
        return inFlight.getOrDefault(endpoint, 0);
    }

    /**
     * Waits until so many requests of this kind have been received in all.
     *
     * @throws TimeoutException when fewer came within the time
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public void await(Endpoint endpoint, int count, Duration atMost) throws InterruptedException, TimeoutException {
        await("received " + count + " times", endpoint, found -> count(endpoint) >= count, atMost);
    }

    /**
     * Waits until no request of this kind (with ANY: no request at all) is being served.
     *
     * @throws TimeoutException when one still is after the time
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public void awaitIdle(Endpoint endpoint, Duration atMost) throws InterruptedException, TimeoutException {
        await("idle", endpoint, found -> inFlight(endpoint) == 0, atMost);
    }

    private synchronized void await(String what, Endpoint endpoint, Predicate<Requests> done, Duration atMost)
            throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!done.test(this)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new TimeoutException(endpoint + " not " + what + " within " + atMost);
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }

    /** Forgets everything but what is being served. */
    public synchronized void clear() {
        log.clear();
        counts.clear();
        most.clear();
        most.putAll(inFlight);
        numbers = 0;
        tokensIssued = 0;
        loginsRejected = 0;
    }

    synchronized ReceivedRequest received(Function<Long, ReceivedRequest> made) {
        ReceivedRequest request = made.apply(++numbers);
        log.put(request.number(), request);
        if (log.size() > kept) {
            log.remove(log.keySet().iterator().next());
        }
        for (Endpoint endpoint : List.of(request.endpoint(), Endpoint.ANY)) {
            counts.merge(endpoint, 1, Integer::sum);
            most.merge(endpoint, inFlight.merge(endpoint, 1, Integer::sum), Math::max);
        }
        notifyAll();
        return request;
    }

    synchronized void answered(ReceivedRequest request, int status) {
        log.replace(request.number(), request, request.withStatus(status));
        if (request.endpoint() == Endpoint.LOGIN && status == 401) {
            loginsRejected++;
        }
    }

    synchronized void tokenIssued() {
        tokensIssued++;
    }

    synchronized void finished(ReceivedRequest request) {
        inFlight.merge(request.endpoint(), -1, Integer::sum);
        inFlight.merge(Endpoint.ANY, -1, Integer::sum);
        notifyAll();
    }
}
