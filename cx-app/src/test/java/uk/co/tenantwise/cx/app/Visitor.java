package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody with a browser. What the browser complains of, such as a breach of the content security policy, fails the test. */
final class Visitor implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** Makes each token another one, because each is good for one time. */
    private static final AtomicInteger SIGN_INS = new AtomicInteger();

    private static final int WIDE = 1280;
    private static final int PHONE = 375;
    private static final int NARROWEST = 320;
    private static final int PATIENCE_MS = 15_000;
    private static final int HEIGHT = 900;

    private final BrowserContext context;
    private final Page page;
    private final boolean scripts;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(Browser browser, String base, boolean scripts, String locale) {
        this.scripts = scripts;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setJavaScriptEnabled(scripts)
                .setLocale(locale)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(WIDE, HEIGHT));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            // Chromium also reports each answer that is no success, which tests provoke on purpose.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        context.setDefaultTimeout(PATIENCE_MS);
    }

    static Visitor with(Chromium chromium, String base) {
        return new Visitor(chromium.browser(), base, true, "en-GB");
    }

    static Visitor withoutScripts(Chromium chromium, String base) {
        return new Visitor(chromium.browser(), base, false, "en-GB");
    }

    static Visitor welsh(Chromium chromium, String base) {
        return new Visitor(chromium.browser(), base, true, "cy-GB");
    }

    Page page() {
        return page;
    }

    Visitor logIn() {
        page.navigate("/admin/log-in");
        page.getByLabel("User name").fill("admin");
        page.getByLabel("Password").fill("an-admin-password");
        press("Log in");
        return this;
    }

    /** As the portal lets a customer in: it posts the token. */
    Visitor signIn(String contact) {
        String token = Tokens.signed(Tokens.claims("customer-" + SIGN_INS.incrementAndGet())
                .claim("roles", List.of("CUSTOMER"))
                .claim("cx_contact", contact)
                .build());
        context.request()
                .post(
                        "/my/hand-over",
                        RequestOptions.create().setForm(FormData.create().set("token", token)));
        page.navigate("/my");
        return this;
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    String text() {
        return page.locator("body").innerText();
    }

    Locator main() {
        return page.locator("main");
    }

    /** Takes pictures of the page, wide and on a phone, and asserts that everybody can use it. */
    void look(String name) {
        if (scripts) {
            assertThat(new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                            .analyze()
                            .getViolations())
                    .as("axe on " + name)
                    .extracting(rule -> rule.getId() + " " + rule.getNodes())
                    .isEmpty();
        }
        shoot(name, WIDE);
        shoot(name, PHONE);
        page.setViewportSize(NARROWEST, HEIGHT);
        assertThat(page.locator("html").evaluate("html => html.scrollWidth"))
                .as("width of " + name + " at " + NARROWEST)
                .isEqualTo(NARROWEST);
        page.setViewportSize(WIDE, HEIGHT);
        assertThat(complaints).as("what the browser says about " + name).isEmpty();
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    private void shoot(String name, int width) {
        page.setViewportSize(width, HEIGHT);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png")));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
