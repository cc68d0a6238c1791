package uk.co.tenantwise.cx.adapter.persistence.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driven.ForKeepingSnapshots;
import uk.co.tenantwise.cx.ports.driven.SnapshotKey;
import uk.co.tenantwise.cx.testkit.store.SnapshotsContract;

class CaffeineSnapshotsTest extends SnapshotsContract {
    private static final Duration DAY = Duration.ofHours(24);

    private final AtomicLong nanos = new AtomicLong();
    private final CaffeineSnapshots<String> snapshots = new CaffeineSnapshots<>(100, DAY, nanos::get);

    @Override
    protected ForKeepingSnapshots<String> snapshots() {
        return snapshots;
    }

    private static SnapshotKey key(int number) {
        return new SnapshotKey(new SettingsVersion(3), new ContactReference("CON " + number));
    }

    @Nested
    class Bounds {
        @Test
        void find_shouldBeEmpty_whenTheSnapshotIsOlderThanItIsKept() {
            snapshots.retrieve(key(1), Optional.empty(), () -> "one");

            nanos.addAndGet(DAY.toNanos() - 1);
            assertThat(snapshots.find(key(1))).contains("one");
            nanos.incrementAndGet();

            assertThat(snapshots.find(key(1))).isEmpty();
            assertThat(snapshots.held(new SettingsVersion(3))).isEmpty();
        }

        @Test
        void find_shouldNotProlong_whenReadOften() {
            snapshots.retrieve(key(1), Optional.empty(), () -> "one");

            nanos.addAndGet(DAY.toNanos() / 2);
            snapshots.find(key(1));
            nanos.addAndGet(DAY.toNanos() / 2);

            assertThat(snapshots.find(key(1))).isEmpty();
        }

        @Test
        void retrieve_shouldKeepTheMaximum_whenTenTimesAsManyComeBy() {
            for (int i = 0; i < 1_000; i++) {
                snapshots.retrieve(key(i), Optional.empty(), () -> "snapshot");
            }

            assertThat(snapshots.held(new SettingsVersion(3))).hasSizeLessThanOrEqualTo(100);
        }

        @Test
        void new_shouldBeRefused_whenABoundIsNone() {
            assertThatThrownBy(() -> new CaffeineSnapshots<String>(0, DAY))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new CaffeineSnapshots<String>(1, Duration.ZERO))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
