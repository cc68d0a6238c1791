package uk.co.tenantwise.cx.adapter.persistence;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import uk.co.tenantwise.cx.adapter.persistence.database.DatabaseProperties;
import uk.co.tenantwise.cx.adapter.persistence.database.DatabaseUrl;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.testkit.store.StoreSamples;

/**
 * Another JVM that uses the stores in a folder, and says on its standard output what it has been told is durable. Closing it
 * kills it, as {@code kill -9} does.
 */
public final class StoreProcess implements AutoCloseable {
    private static final String HOLD = "hold";

    private final Process process;
    private final BufferedReader lines;

    private StoreProcess(Path folder, String job) throws IOException {
        this.process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProcess.class.getName(),
                        folder.toString(),
                        job)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Opens the stores, says {@code open}, and does nothing more. */
    public static StoreProcess holding(Path folder) throws IOException {
        return new StoreProcess(folder, HOLD);
    }

    /**
     * Adds and closes attempts with numbers from {@code first} on and saves settings, without end. Says {@code added n},
     * {@code closed n} and {@code saved v m} after each, with the version and the minutes that it saved.
     */
    public static StoreProcess writing(Path folder, int first) throws IOException {
        return new StoreProcess(folder, Integer.toString(first));
    }

    /** The next thing that it says; fails when it has ended. */
    public String nextLine() throws IOException {
        return Optional.ofNullable(lines.readLine()).orElseThrow();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the process does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A context with the database in a folder. */
    static ApplicationContext context(Path folder) {
        return ApplicationContext.run(DatabaseProperties.of(DatabaseUrl.inFolder(folder), "", ""), "test");
    }

    /** Opens the stores of such a context. */
    @SuppressWarnings("unchecked") // a class literal cannot say what it connects with
    static Persistence open(ApplicationContext context, Path folder) {
        TransactionOperations<Connection> transactions =
                context.getBean(Argument.of(TransactionOperations.class, Connection.class));
        return Persistence.open(transactions, folder.resolve("cx-key.json"), InstantSource.fixed(StoreSamples.MONDAY));
    }

    /** The program of the other JVM. */
    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        try (ApplicationContext context = context(folder)) {
            Persistence stores = open(context, folder);
            if (args[1].equals(HOLD)) {
                say("open");
                Thread.currentThread().join();
            }
            for (int number = Integer.parseInt(args[1]); number >= 0; number++) {
                write(stores, number);
            }
        }
    }

    private static void write(Persistence stores, int number) {
        stores.cancellations()
                .add(StoreSamples.fresh(StoreSamples.open(number, StoreSamples.repair(number), StoreSamples.MONDAY)));
        say("added " + number);
        stores.cancellations().close(StoreSamples.id(number), new CancellationOutcome.Cancelled(), StoreSamples.MONDAY);
        say("closed " + number);
        IntegrationSettings before = stores.settings().current();
        IntegrationSettings filledIn = StoreSamples.filledIn(before);
        int minutes = 1 + number % 1440;
        IntegrationSettings next = new IntegrationSettings(
                filledIn.version(),
                filledIn.source(),
                filledIn.connection(),
                filledIn.company(),
                filledIn.repairs(),
                new RefreshPolicy(minutes, 1440 - minutes + 1));
        if (!stores.settings().save(next, StoreSamples.change(before, next, StoreSamples.MONDAY))) {
            throw new IllegalStateException("nobody else saves");
        }
        say("saved " + next.version() + " " + minutes);
    }

    @SuppressWarnings("SystemOut") // this is how it speaks
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
