package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;

/** What the pages say in states that one gets into now and then, and how one gets out of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageStatesTest {
    private static final String ASKING = "/my/cancel?visit=" + SampleSite.VISIT;
    private static final Map<String, String> VISIT = Map.of("kind", "visit", "target", SampleSite.VISIT);

    private Running app;

    @BeforeAll
    void start(@TempDir Path data) {
        app = Running.start(data);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @BeforeEach
    void fresh() {
        app.fresh();
    }

    @Nested
    class Customers {
        /** Guards against: a screen reader says "My repairs" where the page says "Cancelled". */
        @Test
        void outcome_shouldBeTheTitle_whenItIsKnown() {
            Forms customer = Forms.ofCustomer(app);
            Answer sent = customer.post(customer.get(ASKING), "/my/cancel", VISIT);
            assertThat(sent.status()).isEqualTo(303);

            assertThat(customer.get(sent.header("Location")).body()).contains("<title>Cancelled – My repairs");
        }

        /** Guards against: "We cannot find that repair or visit" about a visit that is plain to see in the list. */
        @Test
        void confirm_shouldSayWhy_whenItHasBecomeTooLateSinceTheListWasShown() {
            Forms customer = Forms.ofCustomer(app);
            app.put("repairs", Running.repairs("", true, 30, "00:00")).is(200);

            Answer answer = customer.get(ASKING);

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body())
                    .contains("You cannot cancel this online", "It is too late to cancel this visit online")
                    .containsOnlyOnce("Call us on 01632 960100.")
                    .contains("href=\"/my\"")
                    .doesNotContain("We cannot find");
            assertThat(customer.get(ASKING + "&lang=cy").body()).contains("Ni allwch ganslo hyn ar-lein");
            assertThat(customer.get("/my/cancel?repair=" + SampleSite.REPAIR).body())
                    .contains("It is too late to cancel this repair online");
        }

        /** Guards against: after a sign-in that could not retrieve anything old data were shown without a word. */
        @Test
        void signIn_shouldSayThatDataAreOld_whenCxIsAwayAndSomethingIsKept() {
            Forms.ofCustomer(app);
            app.cx.faults().always(Endpoint.ANY, Fault.status(503));
            Forms customer = Forms.ofStranger(app);

            Answer answer = customer.handOver();

            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).isEqualTo("/my?retrieved=no");
            assertThat(customer.get("/my?retrieved=no").body())
                    .contains("We cannot reach your landlord", SampleSite.DESCRIPTION)
                    .contains("href=\"/my?retrieved=no&amp;lang=cy\"");
            app.cx.faults().clear();
            app.post(Tokens.ADMIN, "/integration/refresh-now", "").is(200);
            assertThat(customer.get("/my?retrieved=no").body())
                    .doesNotContain("We cannot reach your landlord")
                    .contains(SampleSite.DESCRIPTION);
        }

        /** Guards against: the customer waits for the time-out of Cx twice before being told. */
        @Test
        void signIn_shouldSayAtOnceThatNothingCanBeShown_whenCxIsAwayAndNothingIsKept() {
            app.cx.faults().always(Endpoint.ANY, Fault.status(503));
            Forms customer = Forms.ofStranger(app);

            Answer answer = customer.handOver();

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("href=\"/my\"", "Try again");
            app.cx.faults().clear();
            assertThat(customer.get("/my").body()).contains(SampleSite.DESCRIPTION);
        }

        @Test
        void cancel_shouldSayThatItWasTriedTooOften_whenItWas() {
            Forms customer = Forms.ofCustomer(app);
            Answer page = customer.get(ASKING);
            for (int attempt = 0; attempt < 30; attempt++) {
                customer.post(page, "/my/cancel", with(VISIT, "key", "key-" + attempt));
            }

            Answer answer = customer.post(page, "/my/cancel", VISIT);

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.body())
                    .contains("You have tried to cancel several times within a minute.", "href=\"/my\"");
        }

        private static Map<String, String> with(Map<String, String> fields, String name, String value) {
            Map<String, String> all = new HashMap<>(fields);
            all.put(name, value);
            return all;
        }

        @Test
        void confirm_shouldNotTellOfWhatIsSomebodyElses() {
            Answer answer = Forms.ofCustomer(app).get("/my/cancel?visit=" + SampleSite.NEIGHBOURS_VISIT);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("We cannot find that repair or visit");
        }

        /** Guards against: the answer to "Yes, cancel" is a sign-in page that does not say whether anything was cancelled. */
        @Test
        void cancel_shouldSayThatNothingWasCancelled_whenTheSessionHasEnded() {
            Forms customer = Forms.ofCustomer(app);
            Answer page = customer.get(ASKING);
            app.clock.advance(Duration.ofMinutes(15));

            Answer sent = customer.post(page, "/my/cancel", VISIT);

            assertThat(sent.status()).isEqualTo(303);
            assertThat(customer.get(sent.header("Location")).body())
                    .contains("There is a problem", "Nothing was cancelled.", "Sign in to see your repairs")
                    .contains("href=\"/my/sign-in?why=ended&amp;lang=cy\"");
            assertThat(customer.get(sent.header("Location") + "&lang=cy").body())
                    .contains("Ni chafodd dim ei ganslo.");
            assertThat(customer.get("/my/sign-in").body()).doesNotContain("Nothing was cancelled.");
        }

        /** Guards against: a note of 500 characters, as many as the browser allows, is too long when it has a line break. */
        @Test
        void note_shouldBeAsLongAsTheBrowserAllows_whenItHasLineBreaks() {
            Forms customer = Forms.ofCustomer(app);
            String note = "x".repeat(249) + "\r\n" + "y".repeat(250);

            Answer sent = customer.post(
                    customer.get(ASKING),
                    "/my/cancel",
                    Map.of("kind", "visit", "target", SampleSite.VISIT, "note", note));

            assertThat(sent.status()).isEqualTo(303);
            assertThat(sent.header("Location")).startsWith("/my/cancellations/");
        }

        /** Guards against: "You have signed out." turns into "Sign in to see your repairs" when read in Welsh. */
        @Test
        void signedOut_shouldStayThat_inTheOtherLanguage() {
            Forms stranger = Forms.ofStranger(app);
            assertThat(stranger.get("/my/signed-out").body()).contains("href=\"/my/signed-out?lang=cy\"");

            assertThat(stranger.get("/my/signed-out?lang=cy").body()).contains("Rydych wedi allgofnodi.");
        }
    }

    @Nested
    class Administrators {
        /** Guards against: the page that gives entries back, or previews them, passes them off as based on what is saved. */
        @ParameterizedTest
        @ValueSource(strings = {"/admin/civica-cx/repairs", "/admin/civica-cx/repairs/edit"})
        void repairs_shouldTellAtOnce_whenSomebodyElseSavedMeanwhile(String path) {
            Forms administrator = Forms.ofAdministrator(app);
            Answer page = administrator.get("/admin/civica-cx");
            app.put("refresh", "{\"repairsMinutes\": 5, \"customerMinutes\": 5}")
                    .is(200);

            Answer answer = administrator.post(page, path, Map.of("startDate", "1/4/2026"));

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body()).contains("somebody else has saved", "value=\"1/4/2026\"");
        }

        @Test
        void edit_shouldShowTheFormAgain_whenNobodySavedMeanwhile() {
            Forms administrator = Forms.ofAdministrator(app);

            Answer answer = administrator.post(
                    administrator.get("/admin/civica-cx"),
                    "/admin/civica-cx/repairs/edit",
                    Map.of("startDate", "1/4/2026"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("value=\"1/4/2026\"");
        }

        /** Guards against: a form is lost with its session, and the log-in does not say so. */
        @Test
        void save_shouldSayThatNothingWasChanged_whenTheSessionHasEnded() {
            Forms administrator = Forms.ofAdministrator(app);
            Answer page = administrator.get("/admin/civica-cx");
            app.clock.advance(Duration.ofMinutes(15));

            Answer sent = administrator.post(
                    page, "/admin/civica-cx/refresh", Map.of("repairsMinutes", "20", "customerMinutes", "20"));

            assertThat(sent.status()).isEqualTo(303);
            assertThat(administrator.get(sent.header("Location")).body()).contains("Nothing was changed: log in");
            assertThat(administrator.get("/admin/log-in?why=ended").body()).doesNotContain("Nothing was changed");
        }

        /** Guards against: "Page not found", where a phone loads a page again that a form had led to. */
        @ParameterizedTest
        @ValueSource(strings = {"connection", "company", "refresh", "test", "apply-now", "repairs", "repairs/edit"})
        void addressOfAForm_shouldLeadToTheSettings_whenItIsOnlyLoaded(String form) {
            Answer answer = Forms.ofAdministrator(app).get("/admin/civica-cx/" + form);

            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).isEqualTo("/admin/civica-cx");
        }

        /** Guards against: a mistyped reference is a success: "The data kept of 0 customers [...] will be read again." */
        @Test
        void applyNow_shouldSayThatThereWasNothing_whenNothingWasKept() {
            Forms administrator = Forms.ofAdministrator(app);
            Answer sent = administrator.post(
                    administrator.get("/admin/civica-cx"), "/admin/civica-cx/apply-now", Map.of("contact", "C-1O01"));

            assertThat(administrator.get(sent.header("Location")).body())
                    .contains("No data were kept", "check it")
                    .doesNotContain("0 customers");
        }

        /** Guards against: Excel reads "I’m away" as "Iâ€™m away". */
        @Test
        void csv_shouldNotBeGiven_whenItsFilterIsUnknown() {
            Forms administrator = Forms.ofAdministrator(app);

            assertThat(administrator
                            .get("/admin/civica-cx/cancellations.csv?outcome=NOPE")
                            .status())
                    .isEqualTo(404);
            assertThat(administrator
                            .get("/admin/civica-cx/cancellations.csv?outcome=REFUSED")
                            .status())
                    .isEqualTo(200);
            assertThat(administrator
                            .get("/admin/civica-cx/cancellations.csv?outcome=")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void csv_shouldBeginWithAByteOrderMark() {
            Answer answer = Forms.ofAdministrator(app).get("/admin/civica-cx/cancellations.csv");

            assertThat(answer.header("Content-Type")).startsWith("text/csv");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.body()).startsWith("\uFEFFrequested_at,customer,");
        }

        /** Guards against: an error beside radio buttons that no screen reader connects with them. */
        @Test
        void error_shouldDescribeTheRadioButtons_whenNoneIsChosen() {
            Forms administrator = Forms.ofAdministrator(app);

            Answer answer = administrator.post(
                    administrator.get("/admin/civica-cx"), "/admin/civica-cx/repairs", Map.of("startDate", ""));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("<fieldset class=\"govuk-fieldset\" aria-describedby=\"cancellation-enabled-error\">");
        }
    }
}
