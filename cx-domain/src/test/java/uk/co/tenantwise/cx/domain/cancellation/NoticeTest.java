package uk.co.tenantwise.cx.domain.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {
    @Nested
    class Constructor {
        @ParameterizedTest
        @ValueSource(ints = {Integer.MIN_VALUE, -1, 366, Integer.MAX_VALUE})
        void constructor_shouldRefuse_whenDaysAreOutOfRange(int days) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Notice.CalendarDays(days))
                    .withMessage("notice must be 0 to 365 days, was " + days);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Notice.WorkingDays(days, UkNation.SCOTLAND))
                    .withMessage("notice must be 0 to 365 days, was " + days);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 365})
        void constructor_shouldAccept_whenDaysAreInRange(int days) {
            assertThat(new Notice.CalendarDays(days).days()).isEqualTo(days);
            assertThat(new Notice.WorkingDays(days, UkNation.SCOTLAND).days()).isEqualTo(days);
        }

        @Test
        void defaults_shouldAskForNoNotice() {
            assertThat(Notice.NONE).isEqualTo(new Notice.CalendarDays(0));
        }
    }
}
