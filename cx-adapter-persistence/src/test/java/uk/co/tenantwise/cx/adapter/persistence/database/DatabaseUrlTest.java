package uk.co.tenantwise.cx.adapter.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    private static final String DIALECT = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    @Nested
    class InFolder {
        @Test
        void inFolder_shouldBeAcceptable_whenThePathIsRelative() {
            String url = DatabaseUrl.inFolder(Path.of("data"));

            assertThat(url).contains(Path.of("data", "cx").toAbsolutePath().toString());
            assertThatCode(() -> DatabaseUrl.check(url)).doesNotThrowAnyException();
            assertThat(DatabaseUrl.isH2File(url)).isTrue();
        }

        @Test
        void inFolder_shouldBeRefused_whenThePathWouldEndTheUrl() {
            assertThatThrownBy(() -> DatabaseUrl.inFolder(Path.of("data;WRITE_DELAY=9")))
                    .isInstanceOf(DatabaseRefused.class);
        }
    }

    @Nested
    class Check {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "jdbc:postgresql://db.example.org/cx",
                    "jdbc:h2:file:/var/lib/cx" + DIALECT + ";WRITE_DELAY=0",
                    "jdbc:h2:./cx;write_delay=0;mode=postgresql;database_to_lower=true;default_null_ordering=high",
                    "jdbc:h2:mem:cx" + DIALECT
                })
        void check_shouldAccept(String url) {
            assertThatCode(() -> DatabaseUrl.check(url)).doesNotThrowAnyException();
        }

        @Test
        void check_shouldSayWhatIsAtStake_whenCommitsMayBeLost() {
            assertThatThrownBy(() -> DatabaseUrl.check("jdbc:h2:file:/var/lib/cx" + DIALECT))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("WRITE_DELAY=0")
                    .hasMessageContaining("can be lost");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "jdbc:h2:file:/var/lib/cx" + DIALECT + ";WRITE_DELAY=01",
                    "jdbc:h2:file:/var/lib/cx;WRITE_DELAY=0",
                    "jdbc:mysql://db.example.org/cx",
                    ""
                })
        void check_shouldRefuse(String url) {
            assertThatThrownBy(() -> DatabaseUrl.check(url)).isInstanceOf(DatabaseRefused.class);
        }
    }
}
