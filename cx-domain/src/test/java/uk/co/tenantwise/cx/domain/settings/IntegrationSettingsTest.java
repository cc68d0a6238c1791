package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static uk.co.tenantwise.cx.domain.settings.Samples.COMPANY;
import static uk.co.tenantwise.cx.domain.settings.Samples.CONNECTION;
import static uk.co.tenantwise.cx.domain.settings.Samples.READY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.co.tenantwise.cx.domain.cancellation.UkNation;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;

class IntegrationSettingsTest {
    private static final SettingsVersion V2 = new SettingsVersion(2);
    private static final SettingsVersion V3 = new SettingsVersion(3);
    private static final RepairsSettings FROM_APRIL =
            new RepairsSettings(Optional.of(LocalDate.of(2026, 4, 1)), CancellationSettings.DEFAULT);
    private static final RepairsSettings NO_CANCELLING = new RepairsSettings(
            Optional.empty(),
            new CancellationSettings(
                    false, 0, NoticeUnit.CALENDAR_DAYS, LocalTime.MIDNIGHT, UkNation.SCOTLAND, "", "", ""));

    private static Arguments row(String what, UnaryOperator<IntegrationSettings> change, String source) {
        return arguments(what, change, source);
    }

    private static Company company(String id, String code, String name) {
        return new Company(new CompanyId(id), code, name);
    }

    /** Each change of one thing, and whether data of the old source may still be served (rule R7). */
    static Stream<Arguments> changes() {
        ConnectionSettings noUrl =
                new ConnectionSettings(true, Optional.empty(), CONNECTION.username(), CONNECTION.password());
        ConnectionSettings noPassword =
                new ConnectionSettings(true, CONNECTION.apiUrl(), CONNECTION.username(), Optional.empty());
        return Stream.of(
                row("host", it -> it.with(Samples.at(Samples.OTHER_URL)), "new source"),
                row("port", it -> it.with(Samples.at(ApiUrl.parse("https://cx.example.org:8443"))), "new source"),
                row("scheme", it -> it.with(Samples.at(ApiUrl.parse("http://cx.example.org"))), "new source"),
                row("URL cleared", it -> it.with(noUrl), "new source"),
                row("user", it -> it.with(Samples.as("portal")), "new source"),
                row("disabled", it -> it.with(Samples.enabled(false)), "new source"),
                row("company", it -> it.with(company("2", "HO", "Homes")), "new source"),
                row("password", it -> it.with(Samples.by(Samples.OTHER_PASSWORD)), "same source"),
                row("password cleared", it -> it.with(noPassword), "same source"),
                row("company name", it -> it.with(company("1", "HO", "Better Homes")), "same source"),
                row("company code", it -> it.with(company("1", "BH", "Homes")), "same source"),
                row("start date", it -> it.with(FROM_APRIL), "same source"),
                row("cancellation", it -> it.with(NO_CANCELLING), "same source"),
                row("refresh of repairs", it -> it.with(new RefreshPolicy(5, 15)), "same source"),
                row("refresh of details", it -> it.with(new RefreshPolicy(15, 5)), "same source"));
    }

    @Nested
    class Default {
        @Test
        void default_shouldBeAsRuleR1Says() {
            IntegrationSettings settings = IntegrationSettings.DEFAULT;

            assertThat(settings.version()).isEqualTo(new SettingsVersion(0));
            assertThat(settings.source()).isEqualTo(new SettingsVersion(0));
            assertThat(settings.connection().enabled()).isFalse();
            assertThat(settings.connection().apiUrl()).isEmpty();
            assertThat(settings.connection().username()).isEmpty();
            assertThat(settings.connection().password()).isEmpty();
            assertThat(settings.company()).isEmpty();
            assertThat(settings.repairs().startDate()).isEmpty();
            assertThat(settings.refresh().repairsMinutes()).isEqualTo(15);
            assertThat(settings.refresh().customerMinutes()).isEqualTo(15);
            CancellationSettings cancellation = settings.repairs().cancellation();
            assertThat(cancellation.enabled()).isTrue();
            assertThat(cancellation.noticeDays()).isZero();
            assertThat(cancellation.noticeUnit()).isEqualTo(NoticeUnit.CALENDAR_DAYS);
            assertThat(cancellation.cutOff()).isEqualTo(LocalTime.of(0, 0));
            assertThat(cancellation.bankHolidays()).isEqualTo(UkNation.ENGLAND_AND_WALES);
            assertThat(cancellation.cancelStatusCode()).isEmpty();
            assertThat(cancellation.cancelReasonCode()).isEmpty();
            assertThat(cancellation.contactLine()).isEmpty();
        }
    }

    @Nested
    class With {
        @ParameterizedTest(name = "{0}: {2}")
        @MethodSource("uk.co.tenantwise.cx.domain.settings.IntegrationSettingsTest#changes")
        void with_shouldTellWhetherTheSourceChanged_whenOneThingChanges(
                String what, UnaryOperator<IntegrationSettings> change, String source) {
            IntegrationSettings next = change.apply(READY);

            assertThat(next.version()).as(what).isEqualTo(V3);
            assertThat(next.source()).as(what).isEqualTo(source.equals("new source") ? V3 : V2);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("uk.co.tenantwise.cx.domain.settings.IntegrationSettingsTest#changes")
        void with_shouldMakeANewSource_whenItChangesAndChangesBack(
                String what, UnaryOperator<IntegrationSettings> change, String source) {
            IntegrationSettings back = change.apply(READY).restoring(READY);

            assertThat(back.version()).as(what).isEqualTo(new SettingsVersion(4));
            assertThat(back.source()).as(what).isEqualTo(source.equals("new source") ? new SettingsVersion(4) : V2);
            assertThat(back.sameContentAs(READY)).as(what).isTrue();
        }

        @Test
        void with_shouldReplaceOnePartOnly_whenGivenAPart() {
            ConnectionSettings other = Samples.as("portal");
            Company moved = company("2", "", "Moved");
            RefreshPolicy often = new RefreshPolicy(5, 6);

            assertThat(READY.with(other))
                    .isEqualTo(new IntegrationSettings(
                            V3, V3, other, Optional.of(COMPANY), RepairsSettings.DEFAULT, RefreshPolicy.DEFAULT));
            assertThat(READY.with(moved))
                    .isEqualTo(new IntegrationSettings(
                            V3, V3, CONNECTION, Optional.of(moved), RepairsSettings.DEFAULT, RefreshPolicy.DEFAULT));
            assertThat(READY.with(FROM_APRIL))
                    .isEqualTo(new IntegrationSettings(
                            V3, V2, CONNECTION, Optional.of(COMPANY), FROM_APRIL, RefreshPolicy.DEFAULT));
            assertThat(READY.with(often))
                    .isEqualTo(new IntegrationSettings(
                            V3, V2, CONNECTION, Optional.of(COMPANY), RepairsSettings.DEFAULT, often));
        }

        @Test
        void with_shouldKeepTheSource_whenTheSameIsSavedAgain() {
            IntegrationSettings again = READY.with(CONNECTION).with(COMPANY);

            assertThat(again.version()).isEqualTo(new SettingsVersion(4));
            assertThat(again.source()).isEqualTo(V2);
        }
    }

    @Nested
    class Restoring {
        @Test
        void restoring_shouldTakeEveryPartButNoVersion() {
            IntegrationSettings former = new IntegrationSettings(
                    new SettingsVersion(1),
                    new SettingsVersion(1),
                    Samples.at(Samples.OTHER_URL),
                    Optional.of(company("2", "", "Moved")),
                    FROM_APRIL,
                    new RefreshPolicy(5, 6));

            assertThat(READY.restoring(former))
                    .isEqualTo(new IntegrationSettings(
                            V3, V3, former.connection(), former.company(), former.repairs(), former.refresh()));
        }

        @Test
        void restoring_shouldMakeANewSource_whenTheCompanyIsGone() {
            assertThat(READY.restoring(IntegrationSettings.DEFAULT.with(CONNECTION))
                            .source())
                    .isEqualTo(V3);
        }
    }

    @Nested
    class SameContentAs {
        @ParameterizedTest(name = "{0}")
        @MethodSource("uk.co.tenantwise.cx.domain.settings.IntegrationSettingsTest#changes")
        void sameContentAs_shouldBeFalseBothWays_whenOneThingDiffers(
                String what, UnaryOperator<IntegrationSettings> change, String source) {
            assertThat(READY.sameContentAs(change.apply(READY))).as(what).isFalse();
            assertThat(change.apply(READY).sameContentAs(READY)).as(what).isFalse();
        }

        @Test
        void sameContentAs_shouldBeTrue_whenOnlyVersionAndSourceDiffer() {
            IntegrationSettings later = new IntegrationSettings(
                    new SettingsVersion(9),
                    new SettingsVersion(8),
                    READY.connection(),
                    READY.company(),
                    READY.repairs(),
                    READY.refresh());

            assertThat(READY.sameContentAs(later)).isTrue();
            assertThat(READY).isNotEqualTo(later);
        }
    }

    @Nested
    class ToString {
        @Test
        void toString_shouldHideThePassword() {
            assertThat(READY.toString()).contains("tenantwise").doesNotContain(Samples.PASSWORD.reveal());
            assertThat(READY.access().toString()).contains("tenantwise").doesNotContain(Samples.PASSWORD.reveal());
        }
    }
}
