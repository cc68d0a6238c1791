package uk.co.tenantwise.cx.testkit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.testkit.Builders.CONNECTION;
import static uk.co.tenantwise.cx.testkit.TestHexagon.ADMIN;
import static uk.co.tenantwise.cx.testkit.TestHexagon.draft;
import static uk.co.tenantwise.cx.testkit.TestHexagon.saved;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driving.SaveResult;
import uk.co.tenantwise.cx.testkit.TestHexagon;

class RestoringSettingsTest {
    private final TestHexagon hexagon = new TestHexagon();

    @AfterEach
    void close() {
        hexagon.close();
    }

    @Nested
    class Restore {
        @Test
        void restore_shouldBringBackAFormerVersionAsANewOne_whenTheHostIsTheSame() {
            hexagon.connected();
            saved(hexagon.integration
                    .administering()
                    .saveRepairs(ViewingRepairsTest.repairs("2026-04-01", "09:00"), ADMIN));
            saved(hexagon.integration
                    .administering()
                    .saveRepairs(ViewingRepairsTest.repairs("2026-05-01", "10:00"), ADMIN));

            IntegrationSettings restored =
                    saved(hexagon.integration.administering().restore(new SettingsVersion(3), ADMIN));

            assertThat(restored.version()).isEqualTo(new SettingsVersion(5));
            assertThat(restored.repairs().startDate()).contains(LocalDate.of(2026, 4, 1));
            assertThat(restored.connection().password()).contains(CONNECTION.password());
            assertThat(hexagon.integration.administering().history(Optional.empty(), 1))
                    .singleElement()
                    .satisfies(change -> assertThat(change.changes()).hasSize(2));
        }

        @Test
        void restore_shouldAskForThePassword_whenTheFormerHostWasAnother() {
            hexagon.connected();
            CxConnection other =
                    new CxConnection(ApiUrl.parse("https://other.landlord.invalid"), "user", Secret.of("secret-2"));
            saved(hexagon.integration.administering().saveConnection(draft(true, other), ADMIN));

            SaveResult result = hexagon.integration.administering().restore(new SettingsVersion(1), ADMIN);

            assertThat(result)
                    .isInstanceOfSatisfying(
                            SaveResult.Invalid.class,
                            invalid -> assertThat(invalid.problems())
                                    .singleElement()
                                    .satisfies(problem ->
                                            assertThat(problem.field()).isEqualTo("password")));
            assertThat(hexagon.settings.current().version()).isEqualTo(new SettingsVersion(3));
        }

        @Test
        void restore_shouldRefuse_whenThereWasNoSuchVersion() {
            assertThat(hexagon.integration.administering().restore(new SettingsVersion(7), ADMIN))
                    .isInstanceOf(SaveResult.Invalid.class);
        }
    }
}
