package uk.co.tenantwise.cx.app.json;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.time.UkTime;

/** Instants as the API writes them. */
public final class Times {
    private static final DateTimeFormatter UK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(UkTime.ZONE);

    private Times() {}

    /** In UK wall-clock time with its offset. */
    public static Optional<String> uk(Optional<Instant> instant) {
        return instant.map(UK::format);
    }

    /** In UK wall-clock time with its offset; null for none. */
    static @Nullable String ukOrNull(Optional<Instant> instant) {
        return uk(instant).orElse(null);
    }
}
