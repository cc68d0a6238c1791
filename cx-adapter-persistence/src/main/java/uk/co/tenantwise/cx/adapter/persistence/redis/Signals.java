package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes those who wait for something to happen to a name. Thread-safe. */
final class Signals {
    private final ConcurrentMap<String, List<Semaphore>> waiting = new ConcurrentHashMap<>();

    /** One who waits; whatever happens from now on is not missed. */
    final class Waiting implements AutoCloseable {
        private final String name;
        private final Semaphore happened = new Semaphore(0);

        private Waiting(String name) {
            this.name = name;
        }

        /** Until something happens, or {@code most} is over. @return false when the thread was interrupted */
        boolean await(Duration most) {
            try {
                if (happened.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
                    happened.drainPermits();
                }
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            waiting.computeIfPresent(name, (same, others) -> {
                List<Semaphore> left = new ArrayList<>(others);
                left.remove(happened);
                return left.isEmpty() ? null : List.copyOf(left);
            });
        }
    }

    Waiting waiting(String name) {
        Waiting waiter = new Waiting(name);
        waiting.compute(name, (same, others) -> {
            List<Semaphore> all = others == null ? new ArrayList<>() : new ArrayList<>(others);
            all.add(waiter.happened);
            return List.copyOf(all);
        });
        return waiter;
    }

    boolean isAwaited(String name) {
        return waiting.getOrDefault(name, List.of()).stream().anyMatch(Semaphore::hasQueuedThreads);
    }

    void wake(String name) {
        waiting.getOrDefault(name, List.of()).forEach(Semaphore::release);
    }

    void wakeAll() {
        waiting.values().forEach(each -> each.forEach(Semaphore::release));
    }
}
