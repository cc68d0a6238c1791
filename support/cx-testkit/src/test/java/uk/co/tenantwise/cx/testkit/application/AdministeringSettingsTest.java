package uk.co.tenantwise.cx.testkit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.co.tenantwise.cx.testkit.Builders.COMPANY;
import static uk.co.tenantwise.cx.testkit.Builders.CONNECTION;
import static uk.co.tenantwise.cx.testkit.Builders.OTHER_COMPANY;
import static uk.co.tenantwise.cx.testkit.TestHexagon.ADMIN;
import static uk.co.tenantwise.cx.testkit.TestHexagon.draft;
import static uk.co.tenantwise.cx.testkit.TestHexagon.saved;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.settings.ConnectionDraft;
import uk.co.tenantwise.cx.domain.settings.FieldChange;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.Readiness;
import uk.co.tenantwise.cx.domain.settings.RefreshDraft;
import uk.co.tenantwise.cx.domain.settings.SettingsChange;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driving.CompanyListing;
import uk.co.tenantwise.cx.ports.driving.Save;
import uk.co.tenantwise.cx.ports.driving.SaveResult;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.testkit.TestHexagon;
import uk.co.tenantwise.cx.testkit.cx.CxCall;

class AdministeringSettingsTest {
    private static final RefreshDraft FIVE_MINUTES = new RefreshDraft(Optional.of(5), Optional.of(5));

    private final TestHexagon hexagon = new TestHexagon();

    @AfterEach
    void close() {
        hexagon.close();
    }

    @Nested
    class SaveConnection {
        @Test
        void save_shouldKeepDefaults_whenNothingWasSaved() {
            assertThat(hexagon.integration.administering().current()).isEqualTo(IntegrationSettings.DEFAULT);
            assertThat(hexagon.integration.administering().current().readiness())
                    .isEqualTo(Readiness.DISABLED);
        }

        @Test
        void save_shouldRecordWhoWhenAndWhat_butNeverThePassword() {
            saved(hexagon.integration.administering().saveConnection(draft(true, CONNECTION), ADMIN));

            List<SettingsChange> history = hexagon.integration.administering().history(Optional.empty(), 10);

            assertThat(history).singleElement().satisfies(change -> {
                assertThat(change.version()).isEqualTo(new SettingsVersion(1));
                assertThat(change.actor()).isEqualTo("admin");
                assertThat(change.at()).isEqualTo(hexagon.clock.instant());
                assertThat(change.changes())
                        .contains(
                                new FieldChange("connection.enabled", Optional.of("false"), Optional.of("true")),
                                new FieldChange("connection.password", Optional.empty(), Optional.of("set")));
                assertThat(change.toString())
                        .doesNotContain(CONNECTION.password().reveal());
            });
        }

        @Test
        void save_shouldSaveNothing_whenOneFieldIsWrong() {
            SaveResult result = hexagon.integration
                    .administering()
                    .saveConnection(
                            new ConnectionDraft(
                                    Optional.of(true),
                                    Optional.of("https://cx.landlord.invalid/api"),
                                    Optional.of("user"),
                                    Optional.of(CONNECTION.password())),
                            ADMIN);

            assertThat(result)
                    .isInstanceOfSatisfying(
                            SaveResult.Invalid.class,
                            invalid -> assertThat(invalid.problems())
                                    .extracting(FieldProblem::field)
                                    .containsExactly("apiUrl"));
            assertThat(hexagon.settings.current()).isEqualTo(IntegrationSettings.DEFAULT);
        }

        @Test
        void save_shouldPassOnTheObjection_whenTheAddressMayNotBeCalled() {
            hexagon.cx.objectTo("cx.landlord.invalid", "That address is private");

            SaveResult result = hexagon.integration.administering().saveConnection(draft(true, CONNECTION), ADMIN);

            assertThat(result)
                    .isEqualTo(new SaveResult.Invalid(List.of(new FieldProblem("apiUrl", "That address is private"))));
        }

        @Test
        void save_shouldLetRejectedCredentialsBeTriedAgain_evenWhenNothingChanged() {
            hexagon.connected();
            int released = hexagon.cx.calls(CxCall.RELEASE);

            IntegrationSettings before = hexagon.settings.current();
            IntegrationSettings after =
                    saved(hexagon.integration.administering().saveConnection(draft(true, CONNECTION), ADMIN));

            assertThat(after).isEqualTo(before);
            assertThat(hexagon.cx.calls(CxCall.RELEASE)).isEqualTo(released + 1);
        }

        @Test
        void credentials_shouldNotBeTriedAgainUntilSaved_whenCxRejectedThem() {
            hexagon.connected().cx.reject(CONNECTION);
            assertThatThrownBy(hexagon::signIn).isInstanceOf(CxFault.CredentialsRejected.class);
            hexagon.cx.accept(CONNECTION);

            assertThatThrownBy(hexagon::signIn).isInstanceOf(CxFault.CredentialsRejected.class);
            saved(hexagon.integration.administering().saveConnection(draft(true, CONNECTION), ADMIN));
            assertThat(hexagon.signIn().repairs()).isEmpty();
        }
    }

    @Nested
    class SelectCompany {
        @Test
        void select_shouldSaveTheListedCompany_whenItIsThere() {
            hexagon.cx.with(OTHER_COMPANY);
            hexagon.connected();

            IntegrationSettings settings =
                    saved(hexagon.integration.administering().selectCompany(Optional.of("2"), ADMIN));

            assertThat(settings.company()).contains(OTHER_COMPANY);
            assertThat(settings.source()).isEqualTo(settings.version());
        }

        @Test
        void select_shouldRefuse_whenItIsNotInTheList() {
            hexagon.connected();

            assertThat(problemFields(hexagon.integration.administering().selectCompany(Optional.of("99"), ADMIN)))
                    .containsExactly("companyId");
            assertThat(problemFields(hexagon.integration.administering().selectCompany(Optional.of(" "), ADMIN)))
                    .containsExactly("companyId");
            assertThat(problemFields(hexagon.integration.administering().selectCompany(Optional.empty(), ADMIN)))
                    .containsExactly("companyId");
            assertThat(hexagon.settings.current().company()).contains(COMPANY);
        }

        @Test
        void select_shouldRefuse_whenNothingIsConnected() {
            assertThat(problemFields(hexagon.integration.administering().selectCompany(Optional.of("1"), ADMIN)))
                    .containsExactly("companyId");
            assertThat(hexagon.integration.companies().companies()).isEqualTo(new CompanyListing.NotConnected());
        }

        @Test
        void companies_shouldBeListedLive_whenConnected() {
            hexagon.connected().cx.with(OTHER_COMPANY);

            assertThat(hexagon.integration.companies().companies())
                    .isEqualTo(new CompanyListing.Listed(List.of(COMPANY, OTHER_COMPANY)));
        }
    }

    @Nested
    class Versions {
        @Test
        void save_shouldBeRefused_whenSomebodyElseSavedFirst() {
            SettingsVersion seen = hexagon.settings.current().version();
            saved(hexagon.integration.administering().saveRefresh(FIVE_MINUTES, ADMIN));

            SaveResult result = hexagon.integration
                    .administering()
                    .saveRefresh(
                            new RefreshDraft(Optional.of(9), Optional.of(9)), new Save("other", Optional.of(seen)));

            assertThat(result).isEqualTo(new SaveResult.Outdated(hexagon.settings.current()));
            assertThat(hexagon.settings.current().refresh().repairsMinutes()).isEqualTo(5);
        }

        @Test
        void save_shouldKeepOtherSections_whenOneIsReplaced() {
            hexagon.connected();
            saved(hexagon.integration
                    .administering()
                    .saveRepairs(ViewingRepairsTest.repairs("2026-04-01", "09:00"), ADMIN));

            IntegrationSettings settings =
                    saved(hexagon.integration.administering().saveRefresh(FIVE_MINUTES, ADMIN));

            assertThat(settings.company()).contains(COMPANY);
            assertThat(settings.repairs().startDate()).isPresent();
            assertThat(settings.connection().password()).contains(CONNECTION.password());
            assertThat(settings.version()).isEqualTo(new SettingsVersion(4));
            assertThat(settings.source()).isEqualTo(new SettingsVersion(2));
        }

        @Test
        void save_shouldMakeNoVersion_whenNothingIsDifferent() {
            saved(hexagon.integration.administering().saveRefresh(FIVE_MINUTES, ADMIN));
            saved(hexagon.integration.administering().saveRefresh(FIVE_MINUTES, ADMIN));

            assertThat(hexagon.settings.current().version()).isEqualTo(new SettingsVersion(1));
        }

        @Test
        void history_shouldBePagedNewestFirst_whenThereAreMany() {
            for (int minutes = 1; minutes <= 5; minutes++) {
                saved(hexagon.integration
                        .administering()
                        .saveRefresh(new RefreshDraft(Optional.of(minutes), Optional.of(minutes)), ADMIN));
            }

            assertThat(hexagon.integration.administering().history(Optional.empty(), 2))
                    .extracting(change -> change.version().number())
                    .containsExactly(5L, 4L);
            assertThat(hexagon.integration.administering().history(Optional.of(new SettingsVersion(4)), 9))
                    .extracting(change -> change.version().number())
                    .containsExactly(3L, 2L, 1L);
        }
    }

    private static List<String> problemFields(SaveResult result) {
        assertThat(result).isInstanceOf(SaveResult.Invalid.class);
        return ((SaveResult.Invalid) result)
                .problems().stream().map(FieldProblem::field).toList();
    }
}
