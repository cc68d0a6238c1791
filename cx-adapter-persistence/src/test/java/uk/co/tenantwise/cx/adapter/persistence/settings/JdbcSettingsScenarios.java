package uk.co.tenantwise.cx.adapter.persistence.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.MONDAY;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.PASSWORD;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.change;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.connection;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.filledIn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;
import uk.co.tenantwise.cx.adapter.persistence.secret.KeyFile;
import uk.co.tenantwise.cx.adapter.persistence.secret.UnreadableSecret;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.ConnectionSettings;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.ports.driven.ForStoringSettings;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;
import uk.co.tenantwise.cx.testkit.ManualClock;
import uk.co.tenantwise.cx.testkit.store.SettingsContract;

/** The contract on a real database, and what only databases, key files and other nodes can get wrong. */
abstract class JdbcSettingsScenarios extends SettingsContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ManualClock clock = ManualClock.at(MONDAY);
    private JdbcSettings store;
    private Path keyFile;

    abstract TestDatabase database();

    @BeforeEach
    void open(@TempDir Path folder) {
        keyFile = folder.resolve("keys").resolve("cx-key.json");
        store = database().fresh().node(keyFile, clock).settings();
    }

    @AfterEach
    void reach() {
        database().bringBack();
    }

    @Override
    protected ForStoringSettings settings() {
        return store;
    }

    @Override
    protected void takeAway() {
        database().takeAway();
    }

    @Override
    protected void bringBack() {
        database().bringBack();
    }

    private JdbcSettings anotherNode() {
        return database().node(keyFile, clock).settings();
    }

    private static IntegrationSettings save(JdbcSettings node, IntegrationSettings next) {
        assertThat(node.save(next, change(node.current(), next, MONDAY))).isTrue();
        return next;
    }

    /** Reads until {@code expected} is current; checks run on threads of their own. */
    private void awaitCurrent(JdbcSettings node, IntegrationSettings expected) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!node.current().equals(expected) && System.nanoTime() < end) {
            clock.advance(KnownSettings.RECHECK_AFTER);
            Thread.onSpinWait();
        }
        assertThat(node.current()).isEqualTo(expected);
    }

    @Nested
    class OtherNodes {
        @Test
        void current_shouldSeeASaveOfAnotherNode_whenHalfASecondHasPassed() {
            JdbcSettings other = anotherNode();
            IntegrationSettings saved = save(other, filledIn(IntegrationSettings.DEFAULT));

            assertThat(store.current()).isEqualTo(IntegrationSettings.DEFAULT);
            clock.advance(KnownSettings.RECHECK_AFTER);

            awaitCurrent(store, saved);
        }

        @Test
        void save_shouldLoseAndShowTheWinner_whenAnotherNodeWasFaster() {
            JdbcSettings other = anotherNode();
            IntegrationSettings winner = save(other, IntegrationSettings.DEFAULT.with(new RefreshPolicy(1, 1)));
            IntegrationSettings loser = IntegrationSettings.DEFAULT.with(new RefreshPolicy(2, 2));

            assertThat(store.save(loser, change(IntegrationSettings.DEFAULT, loser, MONDAY)))
                    .isFalse();

            assertThat(store.current()).isEqualTo(winner);
        }

        @Test
        void current_shouldBeTheSame_whenTheServiceStartsAgain() {
            IntegrationSettings saved = save(store, filledIn(IntegrationSettings.DEFAULT));

            JdbcSettings restarted = anotherNode();

            assertThat(restarted.current()).isEqualTo(saved);
            assertThat(restarted.history(Optional.empty(), 9))
                    .containsExactly(change(IntegrationSettings.DEFAULT, saved, MONDAY));
        }

        @Test
        void current_shouldFollow_whenTheClockWasSetBack() {
            IntegrationSettings saved = save(anotherNode(), filledIn(IntegrationSettings.DEFAULT));

            clock.advance(Duration.ofDays(-2));

            awaitCurrent(store, saved);
        }
    }

    @Nested
    class Away {
        @Test
        void current_shouldGoOnAndRecover_whenTheDatabaseIsAwayForAWhile() {
            JdbcSettings other = anotherNode();
            IntegrationSettings known = save(store, filledIn(IntegrationSettings.DEFAULT));
            awaitCurrent(other, known);
            takeAway();
            clock.advance(Duration.ofMinutes(10));

            assertThat(other.current()).isEqualTo(known);
            clock.advance(Duration.ofMinutes(10));
            assertThat(other.current()).isEqualTo(known);

            bringBack();
            IntegrationSettings next = save(store, known.with(new RefreshPolicy(5, 5)));
            awaitCurrent(other, next);
        }

        @Test
        void open_shouldFail_whenTheDatabaseIsAway() {
            takeAway();

            assertThatThrownBy(JdbcSettingsScenarios.this::anotherNode).isInstanceOf(StoreUnavailable.class);
        }
    }

    @Nested
    class PasswordAtRest {
        @Test
        void open_shouldMakeAKeyFile_whenThereIsNone() {
            assertThat(keyFile).exists();
        }

        @Test
        void save_shouldKeepTheCurrentPasswordOnly_whenItChanges() {
            IntegrationSettings first = save(store, filledIn(IntegrationSettings.DEFAULT));
            save(store, first.with(connection(Secret.of("the second one"))));

            assertThat(anotherNode().current().connection().password()).contains(Secret.of("the second one"));
            assertThat(anotherNode()
                            .at(first.version())
                            .orElseThrow()
                            .connection()
                            .password())
                    .contains(Secret.of("the second one"));
        }

        @Test
        void current_shouldLackThePasswordAndSayWhy_whenTheKeyFileIsMissing() throws IOException {
            IntegrationSettings saved = save(store, filledIn(IntegrationSettings.DEFAULT));
            Path elsewhere = keyFile.resolveSibling("elsewhere.json");
            Files.move(keyFile, elsewhere);

            JdbcSettings restarted = anotherNode();

            assertThat(restarted.current().connection().password()).isEmpty();
            assertThat(restarted.current().repairs()).isEqualTo(saved.repairs());
            assertThat(restarted.passwordTrouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble)
                            .contains(keyFile.toString())
                            .contains("is missing")
                            .doesNotContain(PASSWORD.reveal()));
            assertThat(keyFile).doesNotExist();

            Files.move(elsewhere, keyFile);
            awaitCurrent(restarted, saved);
            assertThat(restarted.passwordTrouble()).isEmpty();
        }

        @Test
        void current_shouldLackThePasswordAndSayWhy_whenTheKeyIsAnother() throws IOException, UnreadableSecret {
            save(store, filledIn(IntegrationSettings.DEFAULT));
            Files.delete(keyFile);
            new KeyFile(keyFile).createIfAbsent();

            JdbcSettings restarted = anotherNode();

            assertThat(restarted.current().connection().password()).isEmpty();
            assertThat(restarted.passwordTrouble())
                    .hasValueSatisfying(trouble ->
                            assertThat(trouble).contains(keyFile.toString()).contains("no key that fits"));
        }

        @Test
        void save_shouldLeaveTheStoredPasswordAlone_whenItCannotBeReadNow() throws IOException {
            save(store, filledIn(IntegrationSettings.DEFAULT));
            Path elsewhere = keyFile.resolveSibling("elsewhere.json");
            Files.move(keyFile, elsewhere);
            JdbcSettings restarted = anotherNode();

            save(restarted, restarted.current().with(new RefreshPolicy(7, 7)));
            assertThat(restarted.passwordTrouble()).isPresent();
            Files.move(elsewhere, keyFile);

            assertThat(anotherNode().current().connection().password()).contains(PASSWORD);
        }

        @Test
        void save_shouldForgetAPasswordThatCannotBeRead_whenTheHostChanges() throws IOException {
            save(store, filledIn(IntegrationSettings.DEFAULT));
            Path elsewhere = keyFile.resolveSibling("elsewhere.json");
            Files.move(keyFile, elsewhere);
            JdbcSettings restarted = anotherNode();
            ConnectionSettings otherHost = new ConnectionSettings(
                    false, Optional.of(ApiUrl.parse("https://other.example.org")), "tenantwise-api", Optional.empty());

            save(restarted, restarted.current().with(otherHost));
            Files.move(elsewhere, keyFile);

            assertThat(anotherNode().current().connection().password()).isEmpty();
        }

        @Test
        void save_shouldMakeANewKeyAndEndTheTrouble_whenThePasswordIsEnteredAgain() throws IOException {
            save(store, filledIn(IntegrationSettings.DEFAULT));
            Files.delete(keyFile);
            JdbcSettings restarted = anotherNode();

            IntegrationSettings again = save(restarted, restarted.current().with(connection(PASSWORD)));

            assertThat(restarted.passwordTrouble()).isEmpty();
            assertThat(anotherNode().current()).isEqualTo(again);
        }

        @Test
        void current_shouldReadThePassword_whenAnotherNodeHasRotatedTheKey() throws UnreadableSecret {
            IntegrationSettings saved = save(store, filledIn(IntegrationSettings.DEFAULT));
            new KeyFile(keyFile).rotate();

            JdbcSettings other = anotherNode();
            IntegrationSettings next = save(other, saved.with(connection(Secret.of("with the new key"))));

            awaitCurrent(store, next);
        }
    }
}
