package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;

/** The administrator's pages in a real browser, with the real service and its real stores, in front of the simulator. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministratorPagesIT {
    private Running app;
    private Chromium chromium;
    private Visitor visitor;

    @BeforeAll
    void start(@TempDir Path data) {
        app = Running.start(data);
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        chromium.close();
        app.close();
    }

    @BeforeEach
    void fresh() {
        app.fresh();
        visitor = Visitor.with(chromium, app.base());
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Nested
    class LogIn {
        @Test
        void logIn_shouldBeAsked_whenThereIsNoSession() {
            visitor.page().navigate("/admin/civica-cx/history");

            assertThat(visitor.heading()).isEqualTo("Log in to the admin console");
            visitor.look("admin-log-in");
        }

        @Test
        void logIn_shouldKeepTheNameAndNotThePassword_whenItIsWrong() {
            visitor.page().navigate("/admin/log-in");
            visitor.page().getByLabel("User name").fill("somebody");
            visitor.page().getByLabel("Password").fill("wrong");
            visitor.press("Log in");

            assertThat(visitor.text()).contains("There is a problem", "User name or password is wrong");
            assertThat(visitor.page().getByLabel("User name").inputValue()).isEqualTo("somebody");
            assertThat(visitor.page().getByLabel("Password").inputValue()).isEmpty();
            visitor.look("admin-log-in-wrong");
        }

        @Test
        void logIn_shouldLetOneTryAgain_whenTheCookieOfTheFormIsGone() {
            visitor.page().navigate("/admin/log-in");
            visitor.page().context().clearCookies();
            visitor.page().getByLabel("User name").fill("admin");
            visitor.page().getByLabel("Password").fill("an-admin-password");
            visitor.press("Log in");
            assertThat(visitor.text()).contains("There is a problem", "Enter your password and try again");
            assertThat(visitor.page().getByLabel("User name").inputValue()).isEqualTo("admin");
            visitor.look("admin-log-in-again");
            visitor.page().getByLabel("Password").fill("an-admin-password");
            visitor.press("Log in");

            assertThat(visitor.heading()).contains("Civica Cx");
        }

        @Test
        void logOut_shouldEndTheSession_alsoForACopyOfItsCookie() {
            visitor.logIn();
            String cookie = visitor.page().context().cookies().stream()
                    .filter(each -> each.name.equals("cx-admin"))
                    .map(each -> each.name + "=" + each.value)
                    .findFirst()
                    .orElseThrow();
            visitor.press("Sign out");

            assertThat(visitor.text()).contains("You have logged out.");
            assertThat(visitor.page()
                            .context()
                            .request()
                            .get("/admin/civica-cx", RequestOptions.create().setHeader("Cookie", cookie))
                            .url())
                    .contains("/admin/log-in");
        }
    }

    @Nested
    class Connect {
        @Test
        void connect_shouldLeadFromFirstLogInToAGreenTest_whenEverythingIsRight(@TempDir Path empty) {
            try (Running first = Running.start(empty);
                    Visitor newcomer = Visitor.with(chromium, first.base())) {
                newcomer.logIn();
                assertThat(newcomer.heading()).contains("Civica Cx").contains("Disabled");
                newcomer.look("admin-first-visit");

                Page page = newcomer.page();
                page.locator("#enabled").selectOption("Enable API Integration");
                page.getByLabel("API URL").fill(first.cx.baseUrl().toString());
                page.locator("#username").fill(SampleSite.USER);
                page.locator("#password").fill(Running.CX_PASSWORD);
                page.locator("#connection button").click();
                assertThat(newcomer.text()).contains("Changes saved.").contains("No company selected");
                assertThat(page.content()).doesNotContain(Running.CX_PASSWORD);
                newcomer.look("admin-connected");

                page.locator("#companyId").selectOption("Acme Homes (ACME)");
                page.locator("#company button").click();
                newcomer.press("Test API");

                assertThat(page.getByRole(AriaRole.ALERT).innerText())
                        .contains("the connection to Civica Cx works", "2 companies found.");
                newcomer.look("admin-test-passed");
            }
        }

        @Test
        void connect_shouldPointAtTheStep_whenThePasswordIsWrong() {
            visitor.logIn();
            visitor.page().locator("#password").fill("not-the-password");
            visitor.page().locator("#connection button").click();
            visitor.press("Test API");

            assertThat(visitor.main().innerText())
                    .contains("There is a problem", "Cx rejected the user name or the password", "What to do:");
            visitor.look("admin-test-wrong-password");
        }

        @Test
        void connect_shouldPointAtTheAddresses_whenAFirewallTurnsUsAway() {
            app.cx.faults().always(Endpoint.ANY, Fault.edgeForbidden());
            visitor.logIn();

            assertThat(visitor.main().innerText())
                    .contains("The companies could not be read from Cx.", "192.0.2.10", "Selected: Acme Homes");
            assertThat(visitor.page().getByLabel("API URL").isEditable()).isTrue();
            visitor.look("admin-companies-blocked");
        }

        @Test
        void connect_shouldKeepWhatWasEntered_whenTheUrlIsWrong() {
            visitor.logIn();
            visitor.page().getByLabel("API URL").fill("https://cx.example/api");
            visitor.page().locator("#connection button").click();

            assertThat(visitor.text()).contains("The API URL must be the base URL: remove /api");
            assertThat(visitor.page().getByLabel("API URL").inputValue()).isEqualTo("https://cx.example/api");
            assertThat(visitor.page().title()).startsWith("Error: ");
            visitor.page().locator(".govuk-error-summary a").first().click();
            assertThat(visitor.page().locator("#apiUrl").evaluate("field => field === document.activeElement"))
                    .isEqualTo(true);
            visitor.look("admin-wrong-url");
        }
    }

    @Nested
    class Unsaved {
        private void isKept(String minutes) {
            assertThat(visitor.page().locator("#repairsMinutes").inputValue()).isEqualTo(minutes);
        }

        @Test
        void press_shouldWarnOnce_whenAnotherSectionHasChangesThatAreNotSaved() {
            visitor.logIn();
            visitor.page().locator("#repairsMinutes").fill("20");
            visitor.press("Test API");

            assertThat(visitor.page().locator("#test [aria-live]").innerText())
                    .contains("under “API refresh”", "press “Test API” again");
            isKept("20");
            visitor.look("admin-unsaved");
            // Not by a click: a second one within a second of the first counts as a slip of the hand.
            visitor.page().locator("#test form").evaluate("form => form.requestSubmit()");
            visitor.page().waitForLoadState();

            assertThat(visitor.text()).contains("the connection to Civica Cx works");
            isKept("15");
        }

        @Test
        void press_shouldGoThrough_whenItSavesTheOnlyChanges() {
            visitor.logIn();
            visitor.page().locator("#repairsMinutes").fill("20");
            visitor.page().locator("#refresh form button").first().click();

            assertThat(visitor.text()).contains("Changes saved.");
            isKept("20");
        }

        /** Guards against: what is shown again after it was refused, or given back, looks like what is saved. */
        @Test
        void press_shouldWarn_whenAnotherSectionIsShownAgain() {
            visitor.logIn();
            visitor.page().locator("#startDate").fill("1/4/2026");
            visitor.press("Check what would change");
            visitor.press("Change what I entered");
            visitor.press("Test API");

            assertThat(visitor.page().locator("#test [aria-live]").innerText()).contains("under “Repairs settings”");
        }
    }

    @Nested
    class RepairsSettings {
        @Test
        void repairs_shouldShowWhatWouldChange_beforeTheyAreSaved() {
            app.post(Tokens.customer(SampleSite.CUSTOMER), "/customers/C-1001/sign-in", "")
                    .is(200);
            visitor.logIn();
            visitor.page().locator("#startDate").fill("1/4/2026");
            visitor.press("Check what would change");

            assertThat(visitor.main().innerText())
                    .contains("1 repair would be hidden.")
                    .contains("none")
                    .contains("1 April 2026")
                    .contains(SampleSite.OLD_REPAIR);
            visitor.look("admin-preview");
            visitor.press("Confirm and save changes");

            assertThat(visitor.text()).contains("Changes saved.");
            assertThat(visitor.page().locator("#startDate").inputValue()).isEqualTo("1/4/2026");
            assertThat(app.get(Tokens.ADMIN, "/integration")
                            .is(200)
                            .at("/repairs/startDate")
                            .asText())
                    .isEqualTo("2026-04-01");
        }

        @Test
        void repairs_shouldBeGivenBack_whenTheAdministratorWantsToChangeThem() {
            visitor.logIn();
            visitor.page().locator("#startDate").fill("1/4/2026");
            visitor.press("Check what would change");
            visitor.press("Change what I entered");

            assertThat(visitor.page().locator("#startDate").inputValue()).isEqualTo("1/4/2026");
            assertThat(visitor.page().locator("#repairs-title").boundingBox().y)
                    .as("the section is in sight")
                    .isLessThan(200);
        }

        @Test
        void repairs_shouldNameTheField_whenADateIsNotReal() {
            visitor.logIn();
            visitor.page().locator("#startDate").fill("31/2/2026");
            visitor.page().locator("#cancellation-noticeDays").fill("x1");
            visitor.press("Check what would change");

            assertThat(visitor.page().locator("#startDate-error").innerText())
                    .contains("Enter the repairs start date as a real date");
            assertThat(visitor.page().locator("#cancellation-noticeDays").inputValue())
                    .isEqualTo("x1");
            visitor.look("admin-wrong-repairs");
        }

        @Test
        void example_shouldFollowWhatIsTyped_andComeFromTheServer() {
            visitor.logIn();
            assertThat(visitor.page().locator(".cx-example").innerText())
                    .contains("A visit on Wednesday 9 December at 10am can be cancelled until the end of Tuesday 8"
                            + " December.");
            visitor.page().locator("#cancellation-noticeDays").fill("1");
            visitor.page()
                    .waitForCondition(() -> visitor.page()
                            .locator(".cx-example")
                            .innerText()
                            .contains("until the end of Monday 7 December."));

            assertThat(visitor.page().locator(".cx-example").innerText()).contains("Monday 7 December");
        }

        @Test
        void datePicker_shouldFillTheField_byKeyboardAlone() {
            visitor.logIn();
            visitor.page().locator("#startDate").fill("1/4/2026");
            visitor.page().locator(".moj-js-datepicker-toggle").focus();
            visitor.page().keyboard().press("Enter");
            visitor.page().keyboard().press("ArrowRight");
            visitor.look("admin-date-picker");
            visitor.page().keyboard().press("Enter");

            assertThat(visitor.page().locator("#startDate").inputValue()).isEqualTo("2/4/2026");
        }
    }

    @Nested
    class Records {
        @Test
        void records_shouldShowStatusHistoryAndCancellations() {
            String customer = Tokens.customer(SampleSite.CUSTOMER);
            app.post(customer, "/customers/C-1001/sign-in", "").is(200);
            app.get(customer, "/customers/C-1001/repairs").is(200);
            app.put("repairs", Running.repairs("", true, 30, "00:00")).is(200);
            app.post(customer, "/customers/C-1001/appointments/" + SampleSite.VISIT + "/cancellation", "{}");
            visitor.logIn();
            visitor.follow("Status");
            assertThat(visitor.main().innerText()).contains("Enabled", "in the last 24 hours.");
            assertThat(visitor.page().locator("svg.cx-chart rect").count()).isPositive();
            visitor.look("admin-status");
            visitor.follow("History");
            assertThat(visitor.main().innerText()).contains("Days of notice", "In force");
            visitor.look("admin-history");
            visitor.follow("Cancellations");
            assertThat(visitor.page().locator(".cx-row--refused").count()).isPositive();
            visitor.look("admin-cancellations");
            visitor.page().getByLabel("Outcome").selectOption("Cancelled");
            visitor.press("Show");
            assertThat(visitor.page().locator(".cx-row--refused").count()).isZero();
        }

        /** Guards against: an UNKNOWN that stays so for ever, of which nobody is told. */
        @Test
        void attention_shouldLeadToTheCancellation_andSettleItByHand() {
            String customer = Tokens.customer(SampleSite.CUSTOMER);
            app.post(customer, "/customers/C-1001/sign-in", "").is(200);
            app.cx.faults().always(Endpoint.CANCEL_ORDER, Fault.reset());
            app.cx
                    .faults()
                    .when(
                            Endpoint.WORK_ORDER,
                            Integer.MAX_VALUE,
                            request -> app.cx.requests().count(Endpoint.CANCEL_ORDER) > 0,
                            Fault.status(500));
            String id = app.post(customer, "/customers/C-1001/repairs/" + SampleSite.REPAIR + "/cancellation", "{}")
                    .is(202)
                    .path("id")
                    .asText();
            app.clock.advance(Duration.ofMinutes(10).plusSeconds(1));
            visitor.logIn();
            assertThat(visitor.main().innerText()).contains("1 cancellation needs your attention.");
            visitor.look("admin-attention");
            visitor.follow("Status");
            assertThat(visitor.main().innerText()).contains("Cancellations being checked");
            visitor.look("admin-status-attention");
            visitor.follow("See which");
            assertThat(visitor.page().getByLabel("Outcome").inputValue()).isEqualTo("NEEDS_ATTENTION");
            visitor.look("admin-cancellations-attention");
            visitor.page().locator("a:has-text(\"Record what you found\")").click();
            visitor.look("admin-settle");
            visitor.press("Continue");
            assertThat(visitor.text()).contains("There is a problem", "Select what Cx shows");
            visitor.look("admin-settle-wrong");
            visitor.page().getByLabel("Not cancelled").check();
            visitor.press("Continue");
            assertThat(visitor.heading()).isEqualTo("Record that this repair is not cancelled in Cx?");
            visitor.look("admin-settle-confirm");
            visitor.press("Record this");

            assertThat(visitor.text()).contains("Recorded.", "Settled by admin", "not cancelled in Cx.");
            visitor.look("admin-settled");
            assertThat(app.get(customer, "/customers/C-1001/cancellations/" + id)
                            .is(200)
                            .path("outcome")
                            .asText())
                    .isEqualTo("REFUSED_BY_CX");
            visitor.page().navigate("/admin/civica-cx/cancellations/" + id);
            assertThat(visitor.heading()).isEqualTo("There is nothing to record");
            visitor.look("admin-settle-nothing");
        }

        @Test
        void restore_shouldAskFirst_andThenBringBackWhatWas() {
            app.put("repairs", Running.repairs("2026-04-01")).is(200);
            visitor.logIn();
            visitor.follow("History");
            visitor.page()
                    .locator("a:has-text(\"Restore these settings\")")
                    .first()
                    .click();
            assertThat(visitor.main().innerText()).contains("These later changes will be undone", "1 April 2026");
            visitor.look("admin-restore");
            visitor.press("Restore these settings");

            assertThat(visitor.text()).contains("Settings restored.");
            assertThat(app.get(Tokens.ADMIN, "/integration")
                            .is(200)
                            .at("/repairs/startDate")
                            .isNull())
                    .isTrue();
        }

        @Test
        void applyNow_shouldSayHowManyCustomersItReached() {
            app.post(Tokens.customer(SampleSite.CUSTOMER), "/customers/C-1001/sign-in", "")
                    .is(200);
            visitor.logIn();
            visitor.press("Apply now");

            assertThat(visitor.text()).contains("The data kept of 1 customer were forgotten");
        }
    }

    @Nested
    class WithoutScripts {
        @Test
        void everything_shouldWork() {
            try (Visitor plain = Visitor.withoutScripts(chromium, app.base())) {
                plain.logIn();
                assertThat(plain.main().innerText()).contains("Days of notice");
                plain.page().locator("#repairsMinutes").fill("20");
                plain.page().locator("#refresh button").first().click();
                assertThat(plain.text()).contains("Changes saved.");
                plain.look("admin-without-scripts");
            }
        }
    }
}
