package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CheckedTest {
    private static final FieldProblem PROBLEM = new FieldProblem("enabled", "Say whether");

    @Nested
    class Findings {
        @Test
        void findings_shouldBeEmpty_whenValid() {
            assertThat(new Checked.Valid<>("value").findings()).isEmpty();
        }

        @Test
        void findings_shouldBeTheProblems_whenInvalid() {
            assertThat(new Checked.Invalid<String>(List.of(PROBLEM)).findings()).containsExactly(PROBLEM);
        }
    }

    @Nested
    class Invalid {
        @Test
        void new_shouldRefuse_whenThereIsNoProblem() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Checked.Invalid<String>(List.of()))
                    .withMessage("problems must not be empty");
        }

        @Test
        void new_shouldCopyTheProblems() {
            List<FieldProblem> problems = new ArrayList<>(List.of(PROBLEM));
            Checked.Invalid<String> invalid = new Checked.Invalid<>(problems);
            problems.clear();

            assertThat(invalid.problems()).containsExactly(PROBLEM).isUnmodifiable();
        }
    }

    @Nested
    class History {
        @Test
        void new_shouldCopyTheChanges() {
            FieldChange change = new FieldChange("refresh.repairsMinutes", Optional.of("15"), Optional.of("5"));
            List<FieldChange> changes = new ArrayList<>(List.of(change));
            SettingsChange entry =
                    new SettingsChange(new SettingsVersion(1), Instant.parse("2026-12-09T10:00:00Z"), "admin", changes);
            changes.clear();

            assertThat(entry.changes()).containsExactly(change).isUnmodifiable();
        }
    }
}
