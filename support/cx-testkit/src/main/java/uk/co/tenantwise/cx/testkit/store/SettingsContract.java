package uk.co.tenantwise.cx.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.MONDAY;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.change;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.connection;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.filledIn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;
import uk.co.tenantwise.cx.domain.settings.FieldChange;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.domain.settings.SettingsChange;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driven.ForStoringSettings;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/** What every implementation of {@link ForStoringSettings} must do. */
public abstract class SettingsContract {
    /** The store under test; the same one within a test, nothing saved at its start. */
    protected abstract ForStoringSettings settings();

    /** Makes the storage behind {@link #settings()} unreachable. */
    protected abstract void takeAway();

    /** Ends what {@link #takeAway()} began. */
    protected abstract void bringBack();

    private IntegrationSettings saved(IntegrationSettings next) {
        return saved(next, MONDAY);
    }

    private IntegrationSettings saved(IntegrationSettings next, Instant at) {
        assertThat(settings().save(next, change(settings().current(), next, at)))
                .isTrue();
        return next;
    }

    private IntegrationSettings savedRefresh(int minutes) {
        return saved(settings().current().with(new RefreshPolicy(minutes, minutes)));
    }

    @Nested
    class Current {
        @Test
        void current_shouldBeDefaults_whenNothingWasSaved() {
            assertThat(settings().current()).isEqualTo(IntegrationSettings.DEFAULT);
        }

        @Test
        void current_shouldHoldEveryField_whenAllAreFilledIn() {
            IntegrationSettings next = saved(filledIn(IntegrationSettings.DEFAULT));

            assertThat(settings().current()).isEqualTo(next);
        }

        @Test
        void current_shouldHoldEmptyFields_whenTheyAreCleared() {
            saved(filledIn(IntegrationSettings.DEFAULT));
            IntegrationSettings cleared = new IntegrationSettings(
                    new SettingsVersion(2),
                    new SettingsVersion(2),
                    IntegrationSettings.DEFAULT.connection(),
                    Optional.empty(),
                    IntegrationSettings.DEFAULT.repairs(),
                    RefreshPolicy.DEFAULT);

            saved(cleared);

            assertThat(settings().current()).isEqualTo(cleared);
        }

        @Test
        void current_shouldNotSeeAChange_whenItIsNotSaved() {
            IntegrationSettings before = savedRefresh(20);

            before.with(new RefreshPolicy(30, 30));

            assertThat(settings().current().refresh()).isEqualTo(new RefreshPolicy(20, 20));
        }

        @Test
        void current_shouldGoOn_whenTheStorageIsAway() {
            IntegrationSettings known = saved(filledIn(IntegrationSettings.DEFAULT));

            takeAway();

            assertThat(settings().current()).isEqualTo(known);
        }
    }

    @Nested
    class Saving {
        @Test
        void save_shouldStoreNothing_whenTheVersionIsTaken() {
            IntegrationSettings first = savedRefresh(20);
            IntegrationSettings late = IntegrationSettings.DEFAULT.with(new RefreshPolicy(99, 99));

            assertThat(settings().save(late, change(IntegrationSettings.DEFAULT, late, MONDAY)))
                    .isFalse();

            assertThat(settings().current()).isEqualTo(first);
            assertThat(settings().history(Optional.empty(), 10)).hasSize(1);
        }

        @Test
        void save_shouldStoreNothing_whenAVersionIsLeftOut() {
            IntegrationSettings afterNext =
                    IntegrationSettings.DEFAULT.with(new RefreshPolicy(20, 20)).with(new RefreshPolicy(30, 30));

            assertThat(settings().save(afterNext, change(IntegrationSettings.DEFAULT, afterNext, MONDAY)))
                    .isFalse();

            assertThat(settings().current()).isEqualTo(IntegrationSettings.DEFAULT);
            assertThat(settings().at(afterNext.version())).isEmpty();
        }

        @Test
        void save_shouldBeRefused_whenTheChangeIsOfAnotherVersion() {
            IntegrationSettings next = IntegrationSettings.DEFAULT.with(new RefreshPolicy(20, 20));
            SettingsChange other = new SettingsChange(new SettingsVersion(7), MONDAY, "admin", List.of());

            assertThatThrownBy(() -> settings().save(next, other)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void save_shouldLetOneWin_whenManySaveTheSameVersionAtOnce() {
            List<Callable<Boolean>> savers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                IntegrationSettings next = IntegrationSettings.DEFAULT.with(new RefreshPolicy(20 + i, 20));
                SettingsChange change = change(IntegrationSettings.DEFAULT, next, MONDAY);
                savers.add(() -> settings().save(next, change));
            }

            assertThat(AtOnce.run(savers)).containsOnlyOnce(true);

            assertThat(settings().history(Optional.empty(), 10)).hasSize(1);
            assertThat(settings().current().version()).isEqualTo(new SettingsVersion(1));
        }

        @Test
        void save_shouldFailAndStoreNothing_whenTheStorageIsAway() {
            IntegrationSettings next = settings().current().with(new RefreshPolicy(20, 20));
            SettingsChange change = change(IntegrationSettings.DEFAULT, next, MONDAY);
            takeAway();

            assertThatThrownBy(() -> settings().save(next, change)).isInstanceOf(StoreUnavailable.class);

            bringBack();
            assertThat(settings().current()).isEqualTo(IntegrationSettings.DEFAULT);
            assertThat(settings().save(next, change)).isTrue();
        }
    }

    @Nested
    class History {
        @Test
        void history_shouldBeNewestFirst_whenPaged() {
            savedRefresh(20);
            savedRefresh(21);
            savedRefresh(22);

            List<SettingsChange> first = settings().history(Optional.empty(), 2);
            List<SettingsChange> rest = settings().history(Optional.of(new SettingsVersion(2)), 2);

            assertThat(first).extracting(change -> change.version().number()).containsExactly(3L, 2L);
            assertThat(rest).extracting(change -> change.version().number()).containsExactly(1L);
        }

        @Test
        void history_shouldTellEverything_whenFieldsAreSetAndCleared() {
            IntegrationSettings next = IntegrationSettings.DEFAULT.with(new RefreshPolicy(20, 20));
            SettingsChange change = new SettingsChange(
                    next.version(),
                    Instant.parse("2026-10-25T01:30:00.000001Z"),
                    "J. O'Neil \u2013 admin",
                    List.of(
                            new FieldChange("b.second", Optional.empty(), Optional.of("x")),
                            new FieldChange("a.first", Optional.of("\u00e9"), Optional.empty()),
                            new FieldChange("c.third", Optional.of(""), Optional.of(" "))));

            settings().save(next, change);

            assertThat(settings().history(Optional.empty(), 10)).containsExactly(change);
        }

        @Test
        void history_shouldKeepMicroseconds_whenTheInstantIsFiner() {
            saved(IntegrationSettings.DEFAULT.with(new RefreshPolicy(20, 20)), MONDAY.plusNanos(999));

            assertThat(settings().history(Optional.empty(), 1))
                    .extracting(SettingsChange::at)
                    .containsExactly(MONDAY);
        }

        @Test
        void history_shouldNotShowThePassword_whenItChanges() {
            saved(filledIn(IntegrationSettings.DEFAULT));
            saved(settings().current().with(connection(Secret.of("another one"))));

            assertThat(settings().history(Optional.empty(), 10).toString())
                    .contains("connection.password")
                    .doesNotContain(StoreSamples.PASSWORD.reveal())
                    .doesNotContain("another one");
        }

        @Test
        void history_shouldFail_whenTheStorageIsAway() {
            savedRefresh(20);
            takeAway();

            assertThatThrownBy(() -> settings().history(Optional.empty(), 10)).isInstanceOf(StoreUnavailable.class);
        }
    }

    @Nested
    class At {
        @Test
        void at_shouldBeEmpty_whenThereWasNoSuchVersion() {
            assertThat(settings().at(new SettingsVersion(1))).isEmpty();
        }

        @Test
        void at_shouldBeDefaults_whenAskedForTheInitialVersion() {
            savedRefresh(20);

            assertThat(settings().at(SettingsVersion.INITIAL)).contains(IntegrationSettings.DEFAULT);
        }

        @Test
        void at_shouldShowFormerSettingsWithThePasswordOfNow_whenBothChanged() {
            IntegrationSettings former = saved(filledIn(IntegrationSettings.DEFAULT));
            IntegrationSettings latter = saved(former.with(connection(Secret.of("new"))));
            saved(latter.with(new RefreshPolicy(1, 1)));

            assertThat(settings().at(former.version())).hasValueSatisfying(then -> {
                assertThat(then.version()).isEqualTo(former.version());
                assertThat(then.refresh()).isEqualTo(former.refresh());
                assertThat(then.repairs()).isEqualTo(former.repairs());
                assertThat(then.connection()).isEqualTo(connection(Secret.of("new")));
            });
        }

        @Test
        void at_shouldFail_whenTheStorageIsAway() {
            savedRefresh(20);
            takeAway();

            assertThatThrownBy(() -> settings().at(new SettingsVersion(1))).isInstanceOf(StoreUnavailable.class);
        }
    }
}
