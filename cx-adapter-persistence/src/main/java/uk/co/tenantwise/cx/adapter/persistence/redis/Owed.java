package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What Redis has not been told: names whose value must go before it is trusted again. Beyond 2,000 of them all values must
 * go. Thread-safe.
 */
final class Owed {
    private static final int MOST = 2_000;

    private Set<String> names = new LinkedHashSet<>();
    private boolean everything;

    /**
     * A part that is being dealt with.
     *
     * @param names whose value must go
     * @param everything whether all values must go
     */
    record Part(Set<String> names, boolean everything) {}

    synchronized void add(String name) {
        names.add(name);
        if (names.size() > MOST) {
            addEverything();
        }
    }

    synchronized void addEverything() {
        names.clear();
        everything = true;
    }

    synchronized boolean isNothing() {
        return names.isEmpty() && !everything;
    }

    synchronized Part take() {
        Part part = new Part(names, everything);
        names = new LinkedHashSet<>();
        everything = false;
        return part;
    }

    synchronized void giveBack(Part part) {
        part.names().forEach(this::add);
        if (part.everything()) {
            addEverything();
        }
    }
}
