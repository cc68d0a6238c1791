package uk.co.tenantwise.cx.benchmarks.soak;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Deals disturbances in the order of chance; each of them once before any comes again. Not thread-safe. */
final class Deck {
    private final List<Disturbance> all;
    private final Random random;
    private final Deque<Disturbance> left = new ArrayDeque<>();

    Deck(List<Disturbance> all, Random random) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a deck needs a disturbance");
        }
        this.all = List.copyOf(all);
        this.random = random;
    }

    Disturbance next() {
        if (left.isEmpty()) {
            List<Disturbance> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);
            left.addAll(shuffled);
        }
        return left.removeFirst();
    }
}
