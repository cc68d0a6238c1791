package uk.co.tenantwise.cx.app.json;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.settings.FieldChange;
import uk.co.tenantwise.cx.domain.settings.SettingsChange;

/**
 * A page of the history, newest first.
 *
 * @param items the saves
 * @param next where the next page is, null on the last one
 */
@Serdeable.Serializable
public record HistoryJson(List<Item> items, @Nullable String next) {
    /**
     * One save.
     *
     * @param id the version that it made
     * @param at when, in UTC
     * @param actor who
     * @param changes what
     */
    @Serdeable.Serializable
    public record Item(long id, String at, String actor, List<Change> changes) {
        static Item of(SettingsChange change) {
            return new Item(
                    change.version().number(),
                    change.at().toString(),
                    change.actor(),
                    change.changes().stream().map(Change::of).toList());
        }
    }

    /**
     * One field.
     *
     * @param field its name
     * @param before null when it had no value
     * @param after null when it has none
     */
    @Serdeable.Serializable
    public record Change(
            String field, @Nullable String before, @Nullable String after) {
        static Change of(FieldChange change) {
            return new Change(
                    change.field(), change.before().orElse(null), change.after().orElse(null));
        }
    }

    /** A page of at most {@code limit} of {@code changes}; when there are more, {@code next} leads on from {@code path}. */
    public static HistoryJson page(List<SettingsChange> changes, int limit, String path) {
        List<Item> items = changes.stream().limit(limit).map(Item::of).toList();
        return new HistoryJson(
                items,
                changes.size() > limit
                        ? path + "?limit=" + limit + "&before="
                                + items.getLast().id()
                        : null);
    }
}
