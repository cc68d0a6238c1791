package uk.co.tenantwise.cx.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.testkit.store.StoreSamples;

/** A process is killed while it writes; what it was told is durable must be there afterwards. */
class CrashTest {
    private static final int[] LINES_BEFORE_THE_KILL = {1, 8, 50, 201, 600};
    private static final int NUMBERS_OF_A_ROUND = 100_000;

    @TempDir
    private Path folder;

    @Test
    void stores_shouldLoseNothingThatWasAcknowledged_whenTheProcessIsKilledAgainAndAgain() throws IOException {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < LINES_BEFORE_THE_KILL.length; round++) {
            acknowledged.addAll(writeAndKill(round * NUMBERS_OF_A_ROUND, LINES_BEFORE_THE_KILL[round]));

            try (ApplicationContext context = StoreProcess.context(folder)) {
                Persistence stores = StoreProcess.open(context, folder);
                acknowledged.forEach(line -> assertKept(stores, line.split(" ", -1)));
                assertWhole(stores);
            }
        }
        assertPasswordIsNotOnDisk();
    }

    private List<String> writeAndKill(int firstNumber, int lines) throws IOException {
        List<String> acknowledged = new ArrayList<>();
        try (StoreProcess process = StoreProcess.writing(folder, firstNumber)) {
            while (acknowledged.size() < lines) {
                acknowledged.add(process.nextLine());
            }
        }
        return acknowledged;
    }

    private static void assertKept(Persistence stores, String[] words) {
        switch (words[0]) {
            case "added" -> assertThat(attempt(stores, words[1])).isPresent();
            case "closed" ->
                assertThat(attempt(stores, words[1]))
                        .map(CancellationAttempt::isOpen)
                        .contains(false);
            case "saved" ->
                assertThat(stores.settings()
                                .at(new SettingsVersion(Long.parseLong(words[1])))
                                .map(settings -> settings.refresh().repairsMinutes()))
                        .contains(Integer.parseInt(words[2]));
            default -> throw new AssertionError("the process said " + String.join(" ", words));
        }
    }

    private static Optional<CancellationAttempt> attempt(Persistence stores, String number) {
        return stores.cancellations().find(StoreSamples.id(Integer.parseInt(number)));
    }

    /** No half saves: each version has its changes, and the password can be read. */
    private static void assertWhole(Persistence stores) {
        IntegrationSettings current = stores.settings().current();
        assertThat(stores.settings().history(Optional.empty(), Integer.MAX_VALUE))
                .hasSize((int) current.version().number())
                .allSatisfy(change -> assertThat(change.changes()).isNotEmpty());
        assertThat(current.connection().password().isPresent())
                .isEqualTo(current.version().number() > 0);
        assertThat(stores.settings().passwordTrouble()).isEmpty();
    }

    private void assertPasswordIsNotOnDisk() throws IOException {
        byte[] password = StoreSamples.PASSWORD.reveal().getBytes(StandardCharsets.UTF_8);
        String found = new String(password, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(found));
        }
    }
}
