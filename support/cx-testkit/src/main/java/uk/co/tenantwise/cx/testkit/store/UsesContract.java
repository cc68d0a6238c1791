package uk.co.tenantwise.cx.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.MONDAY;

import java.util.Collections;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.ports.driven.ForUsingUp;
import uk.co.tenantwise.cx.ports.driven.OneTimeKey;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/** What every implementation of {@link ForUsingUp} must do. */
public abstract class UsesContract {
    private static final OneTimeKey KEY = OneTimeKey.of("session 1");
    private static final OneTimeKey OTHER = OneTimeKey.of("session 2");

    /** The register under test; the same one within a test, empty at its start. */
    protected abstract ForUsingUp uses();

    /** Makes the storage behind {@link #uses()} unreachable. */
    protected abstract void takeAway();

    /** Ends what {@link #takeAway()} began. */
    protected abstract void bringBack();

    @Nested
    class Using {
        @Test
        void useUp_shouldBeTrueOnce_andForEachKeyByItself() {
            assertThat(uses().useUp(KEY, MONDAY)).isTrue();
            assertThat(uses().useUp(KEY, MONDAY.plusSeconds(9))).isFalse();
            assertThat(uses().useUp(OTHER, MONDAY)).isTrue();
        }

        @Test
        void useUp_shouldLetOneWin_whenManyTryAtOnce() {
            Callable<Boolean> call = () -> uses().useUp(KEY, MONDAY);

            assertThat(AtOnce.run(Collections.nCopies(8, call)))
                    .containsExactlyInAnyOrder(true, false, false, false, false, false, false, false);
        }

        @Test
        void isUsedUp_shouldKnowWhatWasUsed_andNothingElse() {
            assertThat(uses().isUsedUp(KEY)).isFalse();

            uses().useUp(KEY, MONDAY);

            assertThat(uses().isUsedUp(KEY)).isTrue();
            assertThat(uses().isUsedUp(OTHER)).isFalse();
        }
    }

    @Nested
    class Forgetting {
        @Test
        void forget_shouldLeaveWhatHasNotExpired() {
            uses().useUp(KEY, MONDAY.minusMillis(1));
            uses().useUp(OTHER, MONDAY);

            uses().forget(MONDAY);

            assertThat(uses().isUsedUp(KEY)).isFalse();
            assertThat(uses().isUsedUp(OTHER)).isTrue();
        }
    }

    @Nested
    class Away {
        @Test
        void everyOperation_shouldFail_whenTheStorageIsAway() {
            uses().useUp(KEY, MONDAY);
            takeAway();

            assertThatThrownBy(() -> uses().useUp(OTHER, MONDAY)).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> uses().isUsedUp(KEY)).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> uses().forget(MONDAY)).isInstanceOf(StoreUnavailable.class);

            bringBack();
            assertThat(uses().isUsedUp(KEY)).isTrue();
            assertThat(uses().isUsedUp(OTHER)).isFalse();
        }
    }
}
