package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.domain.settings.ConnectionDraftTest.NO_OBJECTION;
import static uk.co.tenantwise.cx.domain.settings.ConnectionDraftTest.draft;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.settings.Checked.Valid;

/** Saving without a password keeps the stored one, except that another host never gets it (rule R2). */
class ConnectionPasswordTest {
    private static final FieldProblem ENTER = new FieldProblem("password", "Enter the password of the Cx user");
    private static final FieldProblem ENTER_AGAIN =
            new FieldProblem("password", "Enter the password again, because the host of the API URL has changed");

    private static ConnectionSettings stored(Optional<ApiUrl> url, Optional<Secret> password) {
        return new ConnectionSettings(true, url, "tenantwise", password);
    }

    private static ConnectionSettings valid(Checked<ConnectionSettings> checked) {
        assertThat(checked).isInstanceOf(Valid.class);
        return ((Valid<ConnectionSettings>) checked).value();
    }

    @Nested
    class WithoutPassword {
        @ParameterizedTest
        @CsvSource({
            "https://cx.example.org, https://cx.example.org, enabled",
            "https://cx.example.org, https://cx.example.org, disabled",
            "https://cx.example.org, https://cx.example.org/, enabled",
            "https://cx.example.org, HTTPS://CX.EXAMPLE.ORG, enabled",
            "https://cx.example.org, https://cx.example.org:8443, enabled",
            "https://cx.example.org:8443, https://cx.example.org, enabled",
            "https://203.0.113.7, https://203.0.113.7:8443, enabled",
            "https://[2001:db8::1], https://[2001:DB8::1]:8443, enabled",
        })
        void check_shouldKeepTheStoredOne_whenHostIsTheSame(String before, String after, String state) {
            ConnectionSettings stored = stored(Optional.of(ApiUrl.parse(before)), Optional.of(Samples.PASSWORD));

            Checked<ConnectionSettings> checked = draft(state.equals("enabled"), after, "portal", Optional.empty())
                    .check(stored, NO_OBJECTION);

            assertThat(checked)
                    .isEqualTo(new Valid<>(new ConnectionSettings(
                            state.equals("enabled"),
                            Optional.of(ApiUrl.parse(after)),
                            "portal",
                            Optional.of(Samples.PASSWORD))));
        }

        @ParameterizedTest
        @CsvSource({
            "https://cx.example.com, enabled",
            "https://cx.example.com, disabled",
            "https://example.org, enabled",
            "https://cx2.example.org, enabled",
            "https://cx.example.org.evil.example, enabled",
            "https://203.0.113.7, disabled",
            "https://[2001:db8::1], enabled",
        })
        void check_shouldAskAgain_whenHostIsAnother(String after, String state) {
            assertThat(draft(state.equals("enabled"), after, "portal", Optional.empty())
                            .check(Samples.CONNECTION, NO_OBJECTION)
                            .findings())
                    .containsExactly(ENTER_AGAIN);
        }

        /** Guards against a stored password leaking to a new host by way of an empty URL. */
        @ParameterizedTest
        @ValueSource(strings = {"https://evil.example", "https://cx.example.org"})
        void check_shouldAskAgain_whenUrlWasClearedBefore(String after) {
            ConnectionSettings cleared =
                    valid(draft(false, "", "", Optional.empty()).check(Samples.CONNECTION, NO_OBJECTION));

            assertThat(cleared)
                    .isEqualTo(new ConnectionSettings(false, Optional.empty(), "", Optional.of(Samples.PASSWORD)));
            assertThat(draft(true, after, "portal", Optional.empty())
                            .check(cleared, NO_OBJECTION)
                            .findings())
                    .containsExactly(ENTER_AGAIN);
            assertThat(draft(false, after, "portal", Optional.empty())
                            .check(cleared, NO_OBJECTION)
                            .findings())
                    .containsExactly(ENTER_AGAIN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://cx.example.org", "https://cx.example.com"})
        void check_shouldAskForOne_whenEnabledAndNoneIsStored(String after) {
            ConnectionSettings stored = stored(Optional.of(Samples.URL), Optional.empty());

            assertThat(draft(true, after, "portal", Optional.empty())
                            .check(stored, NO_OBJECTION)
                            .findings())
                    .containsExactly(ENTER);
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://cx.example.org", "https://cx.example.com"})
        void check_shouldDoWithout_whenDisabledAndNoneIsStored(String after) {
            ConnectionSettings stored = stored(Optional.of(Samples.URL), Optional.empty());

            assertThat(valid(draft(false, after, "portal", Optional.empty()).check(stored, NO_OBJECTION))
                            .password())
                    .isEmpty();
        }

        @Test
        void check_shouldNotAskAgain_whenTheUrlIsWrongAnyway() {
            assertThat(Samples.fields(draft(true, "https://evil.example/api", "portal", Optional.empty())
                            .check(Samples.CONNECTION, NO_OBJECTION)))
                    .containsExactly("apiUrl");
        }
    }

    @Nested
    class WithPassword {
        @ParameterizedTest
        @ValueSource(strings = {"https://cx.example.org", "https://cx.example.com"})
        void check_shouldTakeTheNewOne_whateverTheHost(String after) {
            assertThat(valid(draft(true, after, "portal", Optional.of(Samples.OTHER_PASSWORD))
                                    .check(Samples.CONNECTION, NO_OBJECTION))
                            .password())
                    .contains(Samples.OTHER_PASSWORD);
        }

        @Test
        void check_shouldTakeTheNewOne_whenDisabledAndEmpty() {
            assertThat(valid(draft(false, "", "", Optional.of(Samples.OTHER_PASSWORD))
                                    .check(ConnectionSettings.DEFAULT, NO_OBJECTION))
                            .password())
                    .contains(Samples.OTHER_PASSWORD);
        }
    }
}
