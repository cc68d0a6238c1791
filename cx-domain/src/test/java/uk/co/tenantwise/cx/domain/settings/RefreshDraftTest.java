package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;

class RefreshDraftTest {
    private static final String MESSAGE = "Enter a whole number of minutes from 1 to 1440";

    @Nested
    class Check {
        @ParameterizedTest
        @CsvSource({"1, 1440", "1440, 1", "15, 30"})
        void check_shouldTakeBoth_whenInRange(int repairs, int customer) {
            assertThat(new RefreshDraft(Optional.of(repairs), Optional.of(customer)).check())
                    .isEqualTo(new Checked.Valid<>(new RefreshPolicy(repairs, customer)));
        }

        @ParameterizedTest
        @CsvSource({
            "0, 15, repairsMinutes",
            "-1, 15, repairsMinutes",
            "1441, 15, repairsMinutes",
            "-2147483648, 15, repairsMinutes",
            ", 15, repairsMinutes",
            "15, 0, customerMinutes",
            "15, 1441, customerMinutes",
            "15, 2147483647, customerMinutes",
            "15, , customerMinutes",
        })
        void check_shouldNameTheFieldAndRange_whenMissingOrOutOfRange(
                @Nullable Integer repairs, @Nullable Integer customer, String field) {
            assertThat(new RefreshDraft(Optional.ofNullable(repairs), Optional.ofNullable(customer))
                            .check()
                            .findings())
                    .containsExactly(new FieldProblem(field, MESSAGE));
        }

        @Test
        void check_shouldNameBoth_whenBothAreWrong() {
            assertThat(new RefreshDraft(Optional.empty(), Optional.of(0)).check())
                    .isEqualTo(new Checked.Invalid<RefreshPolicy>(List.of(
                            new FieldProblem("repairsMinutes", MESSAGE),
                            new FieldProblem("customerMinutes", MESSAGE))));
        }
    }
}
