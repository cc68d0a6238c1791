package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SettingsVersionTest {
    @Nested
    class New {
        @Test
        void new_shouldRefuse_whenNegative() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SettingsVersion(-1))
                    .withMessage("settings version must not be negative, was -1");
        }

        @Test
        void new_shouldAccept_whenZero() {
            assertThat(new SettingsVersion(0)).isEqualTo(SettingsVersion.INITIAL);
        }
    }

    @Nested
    class Next {
        @Test
        void next_shouldCountUp() {
            assertThat(SettingsVersion.INITIAL.next()).isEqualTo(new SettingsVersion(1));
            assertThat(SettingsVersion.INITIAL.next().next()).isEqualTo(new SettingsVersion(2));
        }

        @Test
        void next_shouldNotWrapAround_whenAtTheEnd() {
            assertThatIllegalArgumentException().isThrownBy(() -> new SettingsVersion(Long.MAX_VALUE).next());
        }
    }

    @Nested
    class Order {
        @Test
        void compareTo_shouldGoByNumber() {
            assertThat(new SettingsVersion(2))
                    .isGreaterThan(new SettingsVersion(1))
                    .isLessThan(new SettingsVersion(10))
                    .isEqualByComparingTo(new SettingsVersion(2));
        }

        @Test
        void toString_shouldBeTheNumber() {
            assertThat(new SettingsVersion(12)).hasToString("12");
        }
    }
}
