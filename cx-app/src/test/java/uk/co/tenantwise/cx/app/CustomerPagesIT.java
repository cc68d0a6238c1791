package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.domain.time.UkTime;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;

/** The customer's pages in a real browser, with the real service and its real stores, in front of the simulator. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerPagesIT {
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
    class See {
        @Test
        void see_shouldShowRepairsVisitsAndDeadlines_whenSignedIn() {
            visitor.signIn(SampleSite.CUSTOMER);

            assertThat(visitor.heading()).isEqualTo("My repairs");
            assertThat(visitor.main().innerText())
                    .contains("As of 12:00")
                    .contains(SampleSite.DESCRIPTION)
                    .contains("With the contractor")
                    .contains("Wednesday 9 December 2026, 10am to midday")
                    .contains("You can cancel this visit until the end of Tuesday 8 December.");
            visitor.look("my-repairs");
        }

        @Test
        void see_shouldSendToThePortal_whenNotSignedIn() {
            visitor.page().navigate("/my");

            assertThat(visitor.heading()).isEqualTo("Sign in to see your repairs");
            visitor.look("my-sign-in-needed");
        }

        @Test
        void see_shouldSayThatThereIsNothing_whenThereIsNothing() {
            app.cx.faults().always(Endpoint.WORK_ORDERS, Fault.emptyList());
            app.cx.faults().always(Endpoint.APPOINTMENTS, Fault.emptyList());
            visitor.signIn(SampleSite.CUSTOMER);

            assertThat(visitor.main().innerText()).contains("You have no repairs to show.");
            visitor.look("my-repairs-empty");
        }

        @Test
        void see_shouldShowWhatIsKept_andSaySo_whenCxIsAway() {
            visitor.signIn(SampleSite.CUSTOMER);
            app.clock.advance(Duration.ofMinutes(13));
            visitor.page().reload();
            app.clock.advance(Duration.ofMinutes(7));
            app.cx.faults().always(Endpoint.ANY, Fault.status(503));
            visitor.page().reload();

            assertThat(visitor.main().innerText())
                    .contains("We cannot reach your landlord's system at the moment.")
                    .contains(SampleSite.DESCRIPTION);
            visitor.look("my-repairs-stale");
        }

        @Test
        void see_shouldNotPretendThatThereIsNothing_whenCxIsAwayFromTheStart() {
            app.cx.faults().always(Endpoint.ANY, Fault.status(503));
            visitor.signIn(SampleSite.CUSTOMER);

            assertThat(visitor.heading()).isEqualTo("Sorry, we cannot show your repairs right now");
            assertThat(visitor.main().innerText())
                    .contains("Call us on 01632 960100.")
                    .doesNotContain("no repairs to show");
            visitor.look("my-unavailable");
        }

        @Test
        void see_shouldSaySo_whenTheIntegrationIsDisabled() {
            app.put("connection", app.connection().replace("\"enabled\": true", "\"enabled\": false"))
                    .is(200);
            visitor.signIn(SampleSite.CUSTOMER);

            assertThat(visitor.heading()).isEqualTo("Repairs are not available here");
            visitor.look("my-disabled");
        }

        @Test
        void see_shouldShowTextOfCxAsText_whenItLooksLikeMarkup() {
            String canary = "<img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}";
            app.cx
                    .site()
                    .put(SampleSite.order(SampleSite.CUSTOMER, "WO-66", "2026-11-21T09:30")
                            .describedAs(canary));
            visitor.signIn(SampleSite.CUSTOMER);

            assertThat(visitor.main().innerText()).contains(canary);
            assertThat(visitor.page().locator("main img, main script").count()).isZero();
        }
    }

    @Nested
    class Cancel {
        @Test
        void cancel_shouldAskAndThenCancel_whenItIsAllowed() {
            visitor.signIn(SampleSite.CUSTOMER);
            visitor.page()
                    .locator("article:has-text(\"" + SampleSite.REPAIR + "\") a:has-text(\"Cancel this visit\")")
                    .click();
            assertThat(visitor.heading()).isEqualTo("Are you sure you want to cancel this visit?");
            assertThat(visitor.main().innerText())
                    .contains("Wednesday 9 December 2026, 10am to midday", SampleSite.DESCRIPTION);
            visitor.look("my-confirm-visit");
            visitor.page().locator("#note").fill("I am away that week.");
            visitor.press("Yes, cancel the visit");

            assertThat(visitor.heading()).isEqualTo("Cancelled");
            visitor.look("my-outcome-cancelled");
            visitor.follow("Back to my repairs");
            assertThat(visitor.page().locator(".cx-visit--cancelled").count()).isEqualTo(1);
            assertThat(app.cx.requests().count(Endpoint.CANCEL_APPOINTMENT)).isEqualTo(1);
        }

        @Test
        void cancel_shouldCancelTheRepair_byKeyboardAlone() {
            visitor.signIn(SampleSite.CUSTOMER);
            visitor.page()
                    .locator("article:has-text(\"" + SampleSite.REPAIR + "\") a:has-text(\"Cancel this repair\")")
                    .focus();
            visitor.page().keyboard().press("Enter");
            visitor.page().waitForURL("**/my/cancel?*");
            visitor.look("my-confirm-repair");
            visitor.page().locator("#note").focus();
            visitor.page().keyboard().press("Tab");
            visitor.page().keyboard().press("Enter");
            visitor.page().waitForURL("**/my/cancellations/*");

            assertThat(visitor.heading()).isEqualTo("Cancelled");
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isEqualTo(1);
        }

        @Test
        void cancel_shouldBeRefused_whenItHasBecomeTooLateMeanwhile() {
            visitor.signIn(SampleSite.CUSTOMER);
            visitor.page().locator("a:has-text(\"Cancel this visit\")").first().click();
            app.put("repairs", Running.repairs("", true, 30, "00:00")).is(200);
            visitor.press("Yes, cancel the visit");

            assertThat(visitor.heading()).isEqualTo("Not cancelled");
            assertThat(visitor.main().innerText())
                    .contains("It is too late to cancel this visit online", "Call us on 01632 960100.");
            assertThat(app.cx.requests().count(Endpoint.CANCEL_APPOINTMENT)).isZero();
            visitor.look("my-outcome-refused");
            visitor.follow("Back to my repairs");
            visitor.look("my-repairs-too-late");
        }

        @Test
        void cancel_shouldSayWhyNot_whenItHasBecomeTooLateSinceTheListWasShown() {
            visitor.signIn(SampleSite.CUSTOMER);
            app.put("repairs", Running.repairs("", true, 30, "00:00")).is(200);
            visitor.page().locator("a:has-text(\"Cancel this visit\")").first().click();

            assertThat(visitor.heading()).isEqualTo("You cannot cancel this online");
            assertThat(visitor.main().innerText())
                    .contains("It is too late to cancel this visit online", "Call us on 01632 960100.");
            visitor.look("my-cannot-cancel");
            visitor.follow("Cymraeg");
            assertThat(visitor.heading()).isEqualTo("Ni allwch ganslo hyn ar-lein");
        }

        @Test
        void cancel_shouldSayThatNothingWasCancelled_whenTheSessionHasEnded() {
            visitor.signIn(SampleSite.CUSTOMER);
            visitor.page().locator("a:has-text(\"Cancel this visit\")").first().click();
            app.clock.advance(Duration.ofMinutes(15));
            visitor.press("Yes, cancel the visit");

            assertThat(visitor.page().getByRole(AriaRole.ALERT).innerText()).contains("Nothing was cancelled.");
            visitor.look("my-session-ended");
            visitor.follow("Cymraeg");
            assertThat(visitor.main().innerText()).contains("Ni chafodd dim ei ganslo.");
        }

        @Test
        void cancel_shouldSayThatNothingWasCancelled_whenCxIsAway() {
            visitor.signIn(SampleSite.CUSTOMER);
            visitor.page().locator("a:has-text(\"Cancel this visit\")").first().click();
            app.cx.faults().always(Endpoint.ANY, Fault.status(503));
            visitor.press("Yes, cancel the visit");

            assertThat(visitor.heading()).isEqualTo("Sorry, we could not cancel it right now");
            visitor.look("my-not-sent");
        }

        @Test
        void cancel_shouldResolveByItself_whenTheAnswerWasLost() {
            visitor.signIn(SampleSite.CUSTOMER);
            visitor.page()
                    .locator("article:has-text(\"" + SampleSite.REPAIR + "\") a:has-text(\"Cancel this repair\")")
                    .click();
            app.cx.faults().next(Endpoint.CANCEL_ORDER, Fault.resetAfterEffect());
            app.cx
                    .faults()
                    .when(
                            Endpoint.WORK_ORDER,
                            Integer.MAX_VALUE,
                            request -> app.cx.requests().count(Endpoint.CANCEL_ORDER) > 0,
                            Fault.status(500));
            visitor.press("Yes, cancel the repair");
            assertThat(visitor.heading()).isEqualTo("We are checking with your landlord");
            visitor.look("my-outcome-checking");
            listShouldSayThatWeAreChecking();

            app.cx.faults().clear();
            app.clock.advance(Duration.ofMinutes(1));
            visitor.page().waitForCondition(() -> visitor.heading().equals("Cancelled"));

            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isEqualTo(1);
        }

        /** Guards against: "while an attempt is UNKNOWN the list still says that it may be cancelled". */
        private void listShouldSayThatWeAreChecking() {
            String outcome = visitor.page().url();
            visitor.follow("Back to my repairs");
            Locator repair = visitor.page().locator("article:has-text(\"" + SampleSite.REPAIR + "\")");
            assertThat(repair.innerText())
                    .contains("We are checking with your landlord")
                    .doesNotContain("Cancel this repair", "Cancel this visit");
            visitor.look("my-repairs-checking");
            visitor.page().navigate("/my/cancel?repair=" + SampleSite.REPAIR);
            assertThat(visitor.page().url()).isEqualTo(outcome);
            visitor.page().goBack();
            repair.locator("a:has-text(\"See the answer when it is known\")").click();
            assertThat(visitor.heading()).isEqualTo("We are checking with your landlord");
        }

        @Test
        void cancel_shouldNameTheField_whenTheNoteIsTooLong() {
            visitor.signIn(SampleSite.CUSTOMER);
            visitor.page().locator("a:has-text(\"Cancel this visit\")").first().click();
            visitor.page().locator("#note").evaluate("note => note.removeAttribute('maxlength')");
            visitor.page().locator("#note").fill("x".repeat(501));
            visitor.press("Yes, cancel the visit");

            assertThat(visitor.page().locator("#note-error").innerText())
                    .contains("Your message must be 500 characters or fewer");
            assertThat(visitor.page().locator("#note").inputValue()).hasSize(501);
            visitor.look("my-confirm-wrong");
        }

        @Test
        void cancel_shouldShowTheReason_whenAVisitHasStarted() {
            app.clock.set(UkTime.instantOf(LocalDateTime.parse("2026-12-09T10:30")));
            visitor.signIn(SampleSite.CUSTOMER);

            assertThat(visitor.main().innerText()).contains("The visit was due to start already", "Call us on");
        }
    }

    @Nested
    class Speak {
        @Test
        void speak_shouldBeWelsh_whenTheBrowserPrefersIt() {
            try (Visitor welsh = Visitor.welsh(chromium, app.base())) {
                welsh.signIn(SampleSite.CUSTOMER);

                assertThat(welsh.heading()).isEqualTo("Fy ngwaith atgyweirio");
                assertThat(welsh.main().innerText())
                        .contains("Gyda'r contractwr", "Dydd Mercher 9 Rhagfyr 2026, 10yb i hanner dydd");
                welsh.look("my-repairs-cy");
            }
        }

        @Test
        void speak_shouldStayWelsh_whenItWasChosen() {
            visitor.signIn(SampleSite.CUSTOMER);
            visitor.follow("Cymraeg");
            visitor.page()
                    .locator("a:has-text(\"Canslo'r ymweliad hwn\")")
                    .first()
                    .click();

            assertThat(visitor.heading()).isEqualTo("Ydych chi'n siŵr eich bod am ganslo'r ymweliad hwn?");
            visitor.look("my-confirm-visit-cy");
            visitor.follow("English");
            assertThat(visitor.heading()).isEqualTo("Are you sure you want to cancel this visit?");
        }
    }

    @Nested
    class WithoutScripts {
        @Test
        void everything_shouldWork() {
            try (Visitor plain = Visitor.withoutScripts(chromium, app.base())) {
                plain.signIn(SampleSite.CUSTOMER);
                plain.page()
                        .locator("a:has-text(\"Cancel this visit\")")
                        .first()
                        .click();
                plain.look("my-confirm-without-scripts");
                plain.press("Yes, cancel the visit");

                assertThat(plain.heading()).isEqualTo("Cancelled");
            }
        }
    }
}
