package uk.co.tenantwise.cx.app.wiring;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks another supplier once, at the first call. Thread-safe. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> origin;
    private volatile @Nullable T value;

    Once(Supplier<T> origin) {
        this.origin = origin;
    }

    @Override
    public T get() {
        T known = value;
        return known != null ? known : first();
    }

    private synchronized T first() {
        T known = value;
        if (known == null) {
            known = origin.get();
            value = known;
        }
        return known;
    }
}
