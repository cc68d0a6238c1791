package uk.co.tenantwise.cx.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private record Item(String id, String group) {}

    private final Shelf<Item> shelf = new Shelf<>(item -> new Ref("1", item.id()));
    private final int byGroup = shelf.groupedBy(item ->
            Optional.of(new Ref("1", item.group())).filter(key -> !item.group().isEmpty()));

    @Test
    void put_shouldReplaceInPlace_andMoveBetweenGroups() {
        shelf.put(new Item("a", "x"));
        shelf.put(new Item("b", "x"));
        shelf.put(new Item("a", "x"));
        assertThat(shelf.group(byGroup, new Ref("1", "x"))).extracting(Item::id).containsExactly("a", "b");

        shelf.put(new Item("a", "y"));

        assertThat(shelf.group(byGroup, new Ref("1", "x"))).extracting(Item::id).containsExactly("b");
        assertThat(shelf.group(byGroup, new Ref("1", "y"))).extracting(Item::id).containsExactly("a");
        assertThat(shelf.all()).extracting(Item::id).containsExactly("a", "b");
    }

    @Test
    void put_shouldLeaveItemsWithoutGroup_outOfAllGroups() {
        shelf.put(new Item("a", "x"));

        shelf.put(new Item("a", ""));

        assertThat(shelf.group(byGroup, new Ref("1", "x"))).isEmpty();
        assertThat(shelf.group(byGroup, new Ref("1", ""))).isEmpty();
        assertThat(shelf.get(new Ref("1", "a"))).contains(new Item("a", ""));
    }

    @Test
    void remove_shouldTakeTheItemOutOfItsGroups() {
        shelf.put(new Item("a", "x"));

        shelf.remove(new Ref("2", "a"));
        assertThat(shelf.group(byGroup, new Ref("1", "x"))).hasSize(1);
        shelf.remove(new Ref("1", "a"));

        assertThat(shelf.group(byGroup, new Ref("1", "x"))).isEmpty();
        assertThat(shelf.all()).isEmpty();
    }

    @Test
    void clear_shouldForgetEverything() {
        shelf.put(new Item("a", "x"));

        shelf.clear();

        assertThat(shelf.all()).isEmpty();
        assertThat(shelf.group(byGroup, new Ref("1", "x"))).isEmpty();
    }
}
