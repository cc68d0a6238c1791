package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.domain.settings.Samples.COMPANY;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;

class ReadinessTest {
    @Nested
    class ReadinessAndAccess {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            off | url | user | password | company | DISABLED
            off |     |      |          |         | DISABLED
            off | url | user | password |         | DISABLED
            on  |     |      |          |         | INCOMPLETE
            on  |     | user | password | company | INCOMPLETE
            on  | url |      | password | company | INCOMPLETE
            on  | url | ' '  | password | company | INCOMPLETE
            on  | url | user |          | company | INCOMPLETE
            on  | url | user |          |         | INCOMPLETE
            on  | url | user | password |         | NO_COMPANY
            on  | url | user | password | company | READY
            """)
        void readiness_shouldSayHowFar_andAccessOnlyWhenReady(
                String enabled,
                @Nullable String url,
                @Nullable String user,
                @Nullable String password,
                @Nullable String company,
                Readiness expected) {
            IntegrationSettings settings = new IntegrationSettings(
                    SettingsVersion.INITIAL,
                    SettingsVersion.INITIAL,
                    new ConnectionSettings(
                            enabled.equals("on"),
                            Optional.ofNullable(url).map(given -> Samples.URL),
                            Optional.ofNullable(user).orElse(""),
                            Optional.ofNullable(password).map(given -> Samples.PASSWORD)),
                    Optional.ofNullable(company).map(given -> COMPANY),
                    RepairsSettings.DEFAULT,
                    RefreshPolicy.DEFAULT);

            assertThat(settings.readiness()).isEqualTo(expected);
            assertThat(settings.access())
                    .isEqualTo(
                            expected == Readiness.READY
                                    ? Optional.of(new CxAccess(
                                            new CxConnection(Samples.URL, "user", Samples.PASSWORD), COMPANY.id()))
                                    : Optional.empty());
        }

        @Test
        void connection_shouldNotDependOnEnabled() {
            CxConnection link = new CxConnection(Samples.URL, "tenantwise", Samples.PASSWORD);

            assertThat(Samples.enabled(true).connection()).contains(link);
            assertThat(Samples.enabled(false).connection()).contains(link);
            assertThat(ConnectionSettings.DEFAULT.connection()).isEmpty();
        }
    }
}
