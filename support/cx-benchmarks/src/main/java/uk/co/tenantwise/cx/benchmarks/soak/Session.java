package uk.co.tenantwise.cx.benchmarks.soak;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** One customer, who signs in, reads, cancels, cancels again and asks, through either node. Not thread-safe. */
final class Session {
    private static final int SIGN_INS = 15;
    private static final int READS = SIGN_INS + 70;
    private static final int CANCELLATIONS = READS + 5;
    private static final int REPEATS = CANCELLATIONS + 8;
    private static final int IN_ALL = 100;

    private final Tenant tenant;
    private final Desk desk;
    private final Random random;
    private final Duration think;
    private final Executor executor;
    private final Deque<Target> targets;
    private final List<KeyHistory> used = new ArrayList<>();
    private int keys;

    /**
     * A customer.
     *
     * @param think the mean time between two requests
     * @param executor for the second of two clicks
     */
    Session(Tenant tenant, Desk desk, Random random, Duration think, Executor executor) {
        this.tenant = tenant;
        this.desk = desk;
        this.random = random;
        this.think = think;
        this.executor = executor;
        List<Target> shuffled = new ArrayList<>(tenant.targets());
        Collections.shuffle(shuffled, random);
        this.targets = new ArrayDeque<>(shuffled);
    }

    /** Goes on until told to stop; then what is under way is finished. */
    void run(CountDownLatch stop) throws InterruptedException {
        while (!stop.await(thinking(), TimeUnit.MILLISECONDS)) {
            int chance = random.nextInt(IN_ALL);
            if (chance < SIGN_INS) {
                var unused = desk.signIn(tenant, eitherNode());
            } else if (chance < READS) {
                var unused = desk.read(tenant, eitherNode());
            } else if (chance < CANCELLATIONS && !targets.isEmpty()) {
                cancel(targets.removeFirst());
            } else if (chance < REPEATS) {
                earlier().ifPresent(history -> desk.cancel(tenant, history, eitherNode()));
            } else {
                earlier().flatMap(KeyHistory::attempt).ifPresent(id -> desk.lookUp(tenant, id, eitherNode()));
            }
        }
    }

    private void cancel(Target target) {
        KeyHistory first = newKey(target);
        int node = eitherNode();
        switch (random.nextInt(4)) {
            case 0 -> both(first, first, node);
            case 1 -> both(first, newKey(target), node);
            case 2 -> {
                var unused = desk.cancel(tenant, first, node);
                var unusedAgain = desk.cancel(tenant, newKey(target), 1 - node);
            }
            default -> {
                var unused = desk.cancel(tenant, first, node);
            }
        }
    }

    /** Two clicks at once, which two nodes get. */
    private void both(KeyHistory one, KeyHistory other, int node) {
        CompletableFuture<Optional<Exchange>> second =
                CompletableFuture.supplyAsync(() -> desk.cancel(tenant, other, 1 - node), executor);
        var unusedFirst = desk.cancel(tenant, one, node);
        var unusedSecond = second.join();
    }

    private KeyHistory newKey(Target target) {
        KeyHistory history = desk.newKey(target, "key-" + ++keys);
        used.add(history);
        return history;
    }

    private Optional<KeyHistory> earlier() {
        return used.isEmpty() ? Optional.empty() : Optional.of(used.get(random.nextInt(used.size())));
    }

    private int eitherNode() {
        return random.nextInt(2);
    }

    private long thinking() {
        return Math.round(-Math.log(1 - random.nextDouble()) * think.toMillis());
    }
}
