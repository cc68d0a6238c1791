package uk.co.tenantwise.cx.domain.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshPolicyTest {
    private static final Instant RETRIEVED = Instant.parse("2026-10-25T00:50:00.123456789Z");

    @Nested
    class Constructor {
        @ParameterizedTest
        @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1441, Integer.MAX_VALUE})
        void constructor_shouldRefuse_whenATimeIsOutOfRange(int minutes) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RefreshPolicy(minutes, 15))
                    .withMessage("repairs refresh must be 1 to 1440 minutes, was " + minutes);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RefreshPolicy(15, minutes))
                    .withMessage("customer refresh must be 1 to 1440 minutes, was " + minutes);
        }

        @Test
        void defaults_shouldBe15Minutes_asTheManualRecommends() {
            assertThat(RefreshPolicy.DEFAULT).isEqualTo(new RefreshPolicy(15, 15));
        }
    }

    @Nested
    class DueAt {
        @Test
        void dueAt_shouldAddItsOwnMinutes_whenBothDiffer() {
            RefreshPolicy policy = new RefreshPolicy(1, 1440);

            // Elapsed time and not the wall clock, which goes back within this hour.
            assertThat(policy.repairsDueAt(RETRIEVED)).isEqualTo("2026-10-25T00:51:00.123456789Z");
            assertThat(policy.customerDueAt(RETRIEVED)).isEqualTo("2026-10-26T00:50:00.123456789Z");
        }

        @Test
        void dueAt_shouldBeAtTheLimits_whenTheyAreSwapped() {
            RefreshPolicy policy = new RefreshPolicy(1440, 1);

            assertThat(policy.repairsDueAt(RETRIEVED)).isEqualTo("2026-10-26T00:50:00.123456789Z");
            assertThat(policy.customerDueAt(RETRIEVED)).isEqualTo("2026-10-25T00:51:00.123456789Z");
        }
    }

    @Nested
    class Ahead {
        @ParameterizedTest(name = "{0} min: {1} before they are due, active for {2}")
        @CsvSource({
            "1, PT10S, PT30S",
            "2, PT12S, PT1M",
            "9, PT54S, PT4M30S",
            "10, PT1M, PT5M",
            "11, PT1M, PT5M",
            "15, PT1M, PT5M",
            "1440, PT1M, PT5M"
        })
        void ahead_shouldBeATenthWithinItsLimits(int minutes, Duration lead, Duration interest) {
            RefreshPolicy repairs = new RefreshPolicy(minutes, 15);
            RefreshPolicy customer = new RefreshPolicy(15, minutes);

            assertThat(repairs.repairsAheadAt(RETRIEVED))
                    .isEqualTo(repairs.repairsDueAt(RETRIEVED).minus(lead));
            assertThat(customer.customerAheadAt(RETRIEVED))
                    .isEqualTo(customer.customerDueAt(RETRIEVED).minus(lead));
            assertThat(repairs.interest()).isEqualTo(interest);
        }
    }
}
