package uk.co.tenantwise.cx.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The system's Chromium, driven by the system's Node. Where they are missing they are installed when this runs as root on
 * Debian or Ubuntu; otherwise the tests fail and say what to install. They never skip.
 */
final class Chromium implements AutoCloseable {
    private static final List<String> PACKAGES = List.of("chromium", "fonts-liberation", "nodejs");
    private static final long MINUTES_TO_INSTALL = 10;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Path chromium = need("chromium", "chromium-browser", "google-chrome");
        Path node = need("node", "nodejs");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", node.toString())));
        // As root Chromium refuses its sandbox; these tests only ever visit this machine.
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(List.of("--no-sandbox"))));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path need(String... names) {
        return find(names)
                .or(() -> install(names))
                .orElseThrow(() -> new AssertionError(
                        "The tests of the pages need Chromium and Node 18 or newer. Install the packages "
                                + String.join(", ", PACKAGES)
                                + " (Debian, Ubuntu) or their like, or run .ci/run as root."));
    }

    private static Optional<Path> find(String... names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> install(String... names) {
        if (!"root".equals(System.getProperty("user.name")) || find("apt-get").isEmpty()) {
            return Optional.empty();
        }
        run("apt-get", "update", "-q");
        run(Stream.concat(Stream.of("apt-get", "install", "-qy", "--no-install-recommends"), PACKAGES.stream())
                .toArray(String[]::new));
        return find(names);
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(MINUTES_TO_INSTALL, TimeUnit.MINUTES)) {
                process.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
