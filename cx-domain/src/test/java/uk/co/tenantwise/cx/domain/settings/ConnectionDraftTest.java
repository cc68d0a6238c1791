package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of a connection; {@link ConnectionPasswordTest} holds the rule about stored passwords. */
class ConnectionDraftTest {
    static final Function<ApiUrl, Optional<String>> NO_OBJECTION = url -> Optional.empty();

    private static final Optional<Secret> NEW_PASSWORD = Optional.of(Samples.OTHER_PASSWORD);

    static ConnectionDraft draft(boolean enabled, String apiUrl, String username, Optional<Secret> password) {
        return new ConnectionDraft(Optional.of(enabled), Optional.of(apiUrl), Optional.of(username), password);
    }

    private static Checked<ConnectionSettings> check(ConnectionDraft draft) {
        return draft.check(ConnectionSettings.DEFAULT, NO_OBJECTION);
    }

    @Nested
    class Check {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void check_shouldTakeEveryField_whenAllAreGiven(boolean enabled) {
            assertThat(check(draft(enabled, "https://cx.example.com:8443", "portal", NEW_PASSWORD)))
                    .isEqualTo(new Checked.Valid<>(new ConnectionSettings(
                            enabled,
                            Optional.of(ApiUrl.parse("https://cx.example.com:8443")),
                            "portal",
                            NEW_PASSWORD)));
        }

        @Test
        void check_shouldTidyUrlAndNameButNotPassword_whenWrittenCarelessly() {
            Optional<Secret> spaced = Optional.of(Secret.of("  spaced  "));

            assertThat(check(draft(true, " HTTPS://CX.Example.Org/ ", "\tportal user \n", spaced)))
                    .isEqualTo(new Checked.Valid<>(
                            new ConnectionSettings(true, Optional.of(Samples.URL), "portal user", spaced)));
        }

        @ParameterizedTest
        @CsvSource({"'',''", "' ','  '"})
        void check_shouldAcceptAnEmptyConnection_whenDisabled(String apiUrl, String username) {
            assertThat(check(draft(false, apiUrl, username, Optional.empty())))
                    .isEqualTo(new Checked.Valid<>(ConnectionSettings.DEFAULT));
        }

        @ParameterizedTest
        @CsvSource({"'',''", "' ','  '"})
        void check_shouldAskForEveryField_whenEnabledAndBlank(String apiUrl, String username) {
            assertThat(check(draft(true, apiUrl, username, Optional.empty())).findings())
                    .containsExactlyInAnyOrder(
                            new FieldProblem(
                                    "apiUrl",
                                    "Enter the API URL, the address of your Cx instance,"
                                            + " such as https://cx.yourdomain.com"),
                            new FieldProblem("username", "Enter the user name of the Cx user"),
                            new FieldProblem("password", "Enter the password of the Cx user"));
        }

        @Test
        void check_shouldNameEachRequiredField_whenAllAreMissing() {
            ConnectionDraft nothing =
                    new ConnectionDraft(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

            assertThat(check(nothing).findings())
                    .containsExactlyInAnyOrder(
                            new FieldProblem("enabled", "Say whether the integration is enabled: true or false"),
                            new FieldProblem(
                                    "apiUrl",
                                    "Enter the API URL, the address of your Cx instance,"
                                            + " such as https://cx.yourdomain.com"),
                            new FieldProblem("username", "Give this field; an empty text stands for none"));
        }

        @Test
        void check_shouldNameOneField_whenOneIsMissing() {
            Optional<Boolean> on = Optional.of(true);
            Optional<String> url = Optional.of("https://cx.example.org");
            Optional<String> name = Optional.of("portal");

            assertThat(Samples.fields(check(new ConnectionDraft(Optional.empty(), url, name, NEW_PASSWORD))))
                    .containsExactly("enabled");
            assertThat(Samples.fields(check(new ConnectionDraft(on, Optional.empty(), name, NEW_PASSWORD))))
                    .containsExactly("apiUrl");
            assertThat(Samples.fields(check(new ConnectionDraft(on, url, Optional.empty(), NEW_PASSWORD))))
                    .containsExactly("username");
            assertThat(Samples.fields(check(new ConnectionDraft(on, url, name, Optional.empty()))))
                    .containsExactly("password");
        }

        @Test
        void check_shouldReportEachFieldOnce_whenSeveralHaveSeveralProblems() {
            ConnectionDraft bad = new ConnectionDraft(
                    Optional.empty(),
                    Optional.of("ftp://admin@cx.example.org/api?a#b"),
                    Optional.of("a\u0000".repeat(101)),
                    Optional.of(Secret.of("p".repeat(201))));

            assertThat(check(bad).findings())
                    .containsExactlyInAnyOrder(
                            new FieldProblem("enabled", "Say whether the integration is enabled: true or false"),
                            new FieldProblem("apiUrl", "The API URL must start with https://"),
                            new FieldProblem("username", "Enter at most 200 characters"),
                            new FieldProblem("password", "Enter a password of at most 200 characters"));
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void check_shouldPassOnWhatIsWrongWithTheUrl_whenEnabledOrNot(boolean enabled) {
            assertThat(check(draft(enabled, "https://cx.example.org/api", "portal", NEW_PASSWORD))
                            .findings())
                    .containsExactly(new FieldProblem("apiUrl", "The API URL must be the base URL: remove /api"));
        }
    }

    @Nested
    class Limits {
        @Test
        void check_shouldAccept_whenTextsAreAsLongAsAllowed() {
            String name = "n".repeat(200);
            Optional<Secret> password = Optional.of(Secret.of("p".repeat(200)));

            assertThat(check(draft(true, "https://cx.example.org", " " + name + " ", password)))
                    .isEqualTo(new Checked.Valid<>(
                            new ConnectionSettings(true, Optional.of(Samples.URL), name, password)));
        }

        @Test
        void check_shouldNameTheLimit_whenTextIsLonger() {
            assertThat(check(draft(true, "https://cx.example.org", "n".repeat(201), NEW_PASSWORD))
                            .findings())
                    .containsExactly(new FieldProblem("username", "Enter at most 200 characters"));
            assertThat(check(draft(false, "", "", Optional.of(Secret.of("p".repeat(201)))))
                            .findings())
                    .containsExactly(new FieldProblem("password", "Enter a password of at most 200 characters"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb", "a\u0000b", "a\u001bb", "\u007fa", "a\u0085b", "a\u009f"})
        void check_shouldRefuseTheName_whenItHoldsAControlCharacter(String name) {
            assertThat(check(draft(true, "https://cx.example.org", name, NEW_PASSWORD))
                            .findings())
                    .containsExactly(new FieldProblem("username", "Enter one line of printable characters"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a b", "DOMAIN\\user", "user@example.org", "\u00e9\u4e2d", "\"quoted\""})
        void check_shouldAcceptTheName_whenPrintable(String name) {
            assertThat(check(draft(true, "https://cx.example.org", name, NEW_PASSWORD)))
                    .isEqualTo(new Checked.Valid<>(
                            new ConnectionSettings(true, Optional.of(Samples.URL), name, NEW_PASSWORD)));
        }
    }

    @Nested
    class Objection {
        private final List<ApiUrl> asked = new ArrayList<>();

        private Optional<String> object(ApiUrl url) {
            asked.add(url);
            return Optional.of("This address is private");
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void check_shouldPassItOn_whenEnabledOrNot(boolean enabled) {
            Checked<ConnectionSettings> checked = draft(enabled, "HTTPS://CX.example.org/", "portal", NEW_PASSWORD)
                    .check(ConnectionSettings.DEFAULT, this::object);

            assertThat(checked.findings()).containsExactly(new FieldProblem("apiUrl", "This address is private"));
            assertThat(asked).containsExactly(Samples.URL);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "ftp://cx.example.org", "https://127.1"})
        void check_shouldNotAskForIt_whenThereIsNoUrl(String apiUrl) {
            draft(true, apiUrl, "portal", NEW_PASSWORD).check(ConnectionSettings.DEFAULT, this::object);

            assertThat(asked).isEmpty();
        }

        @Test
        void check_shouldStandBesideOtherProblems_whenThereAreSome() {
            assertThat(Samples.fields(draft(true, "https://cx.example.org", "", Optional.empty())
                            .check(ConnectionSettings.DEFAULT, this::object)))
                    .containsExactlyInAnyOrder("apiUrl", "username", "password");
        }
    }
}
