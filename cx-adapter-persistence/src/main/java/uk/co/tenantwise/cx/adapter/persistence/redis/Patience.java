package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.time.Duration;

/**
 * When Redis is tried again: at once the first time, then after pauses that double from 100 ms to 2 s, until it has stayed
 * usable for ten seconds. A Redis that fails again and again thus delays few requests. For one thread.
 */
final class Patience {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final int MOST_DOUBLINGS = 4;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration CALM = Duration.ofSeconds(10);

    private int doublings = -1;
    private long over = System.nanoTime();
    private long opened = System.nanoTime();

    boolean isOver() {
        return System.nanoTime() - over >= 0;
    }

    void opened() {
        opened = System.nanoTime();
        pause();
    }

    void failed() {
        pause();
    }

    void keptOpen() {
        if (System.nanoTime() - opened > CALM.toNanos()) {
            doublings = -1;
        }
    }

    private void pause() {
        Duration pause = doublings < 0
                ? Duration.ZERO
                : doublings > MOST_DOUBLINGS ? LONGEST : FIRST.multipliedBy(1L << doublings);
        doublings = Math.min(doublings + 1, MOST_DOUBLINGS + 1);
        over = System.nanoTime() + pause.toNanos();
    }
}
