package uk.co.tenantwise.cx.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records by key, and found in groups without a search through all of them, so that a large site answers as fast as a
 * small one. Keeps the order in which they came. Not thread-safe.
 */
final class Shelf<T> {

    private final Function<T, Ref> key;
    private final List<Grouping<T>> groupings = new ArrayList<>();
    private final Map<Ref, T> records = new LinkedHashMap<>();

    private static final class Grouping<T> {

        private final Function<T, Optional<Ref>> group;
        private final Map<Ref, Map<Ref, T>> members = new LinkedHashMap<>();

        private Grouping(Function<T, Optional<Ref>> group) {
            this.group = group;
        }
    }

    Shelf(Function<T, Ref> key) {
        this.key = key;
    }

    /** Groups the records one more way, and returns the number of that way. */
    int groupedBy(Function<T, Optional<Ref>> group) {
        groupings.add(new Grouping<>(group));
        return groupings.size() - 1;
    }

    void put(T item) {
        Ref itemKey = key.apply(item);
        T old = records.put(itemKey, item);
        for (Grouping<T> grouping : groupings) {
            Optional<Ref> before = old == null ? Optional.empty() : grouping.group.apply(old);
            Optional<Ref> after = grouping.group.apply(item);
            before.filter(group -> !after.equals(Optional.of(group)))
                    .ifPresent(group -> leave(grouping, group, itemKey));
            after.ifPresent(group -> grouping.members
                    .computeIfAbsent(group, any -> new LinkedHashMap<>())
                    .put(itemKey, item));
        }
    }

    void remove(Ref itemKey) {
        @Nullable T old = records.remove(itemKey);
        if (old != null) {
            for (Grouping<T> grouping : groupings) {
                grouping.group.apply(old).ifPresent(group -> leave(grouping, group, itemKey));
            }
        }
    }

    private static <T> void leave(Grouping<T> grouping, Ref group, Ref itemKey) {
        grouping.members.computeIfPresent(group, (any, members) -> {
            members.remove(itemKey);
            return members;
        });
    }

    Optional<T> get(Ref itemKey) {
        return Optional.ofNullable(records.get(itemKey));
    }

    List<T> all() {
        return List.copyOf(records.values());
    }

    List<T> group(int grouping, Ref group) {
        return List.copyOf(
                groupings.get(grouping).members.getOrDefault(group, Map.of()).values());
    }

    void clear() {
        records.clear();
        groupings.forEach(grouping -> grouping.members.clear());
    }
}
