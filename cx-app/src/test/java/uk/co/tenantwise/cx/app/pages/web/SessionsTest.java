package uk.co.tenantwise.cx.app.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.app.pages.web.PageSession.Audience;
import uk.co.tenantwise.cx.ports.driven.OneTimeKey;
import uk.co.tenantwise.cx.testkit.ManualClock;
import uk.co.tenantwise.cx.testkit.store.InMemoryUses;

/** Two nodes with one database. */
class SessionsTest {
    private static final byte[] KEY = SessionKeys.derive("a secret that is used for something else too");

    private final ManualClock clock = ManualClock.atNow();
    private final InMemoryUses database = new InMemoryUses();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final UsedUp one = new UsedUp(database, new ShortPatience(calls, clock), clock);
    private final UsedUp other = new UsedUp(database, new ShortPatience(calls, clock), clock);
    private final Sessions here = new Sessions(KEY, clock, one);
    private final Sessions there = new Sessions(KEY, clock, other);
    private final PageSession session = here.begin(Audience.ADMIN, "admin", Optional.empty());

    @AfterEach
    void close() {
        calls.close();
    }

    private boolean isAlive(Sessions node) {
        return node.read(here.write(session), Audience.ADMIN).isPresent();
    }

    @Nested
    class SignOut {
        /** Guards against: "signing out ends it on the node that is told; nodes do not tell each other". */
        @Test
        void end_shouldBeSeenByTheOtherNodeAtOnce() {
            assertThat(isAlive(there)).isTrue();

            here.end(session);

            assertThat(isAlive(here)).isFalse();
            assertThat(isAlive(there)).isFalse();
        }

        @Test
        void end_shouldHoldHereAndBeToldLater_whenTheDatabaseIsAway() {
            database.goAway();

            here.end(session);

            assertThat(isAlive(here)).isFalse();
            assertThat(isAlive(there)).isTrue();
            database.comeBack();
            one.tellOthers();
            clock.advance(ShortPatience.PAUSE);
            assertThat(isAlive(there)).isFalse();
        }

        @Test
        void read_shouldNotAskAgainAtOnce_whenTheDatabaseDidNotAnswer() {
            here.end(session);
            database.goAway();
            assertThat(isAlive(there)).isTrue();
            database.comeBack();

            clock.advance(ShortPatience.PAUSE.minusMillis(1));
            assertThat(isAlive(there)).isTrue();
            clock.advance(Duration.ofMillis(1));
            assertThat(isAlive(there)).isFalse();
        }

        @Test
        void forgetExpired_shouldForgetWhatIsOverAnyway() {
            here.end(session);
            clock.advance(Sessions.LONGEST.plus(Duration.ofHours(1)).plusMillis(1));

            one.forgetExpired();

            assertThat(database.isUsedUp(OneTimeKey.of("session " + session.id())))
                    .isFalse();
        }
    }

    @Nested
    class OneTime {
        private final OneTimeKey token = OneTimeKey.of("hand-over token");

        @Test
        void useUp_shouldBeTrueOnce_onAllNodesTogether() {
            assertThat(one.useUp(token, clock.instant())).isTrue();
            assertThat(other.useUp(token, clock.instant())).isFalse();
            assertThat(one.useUp(token, clock.instant())).isFalse();
        }

        @Test
        void useUp_shouldBeTrueOnceOnThisNode_whenTheDatabaseIsAway() {
            database.goAway();

            assertThat(one.useUp(token, clock.instant())).isTrue();
            assertThat(one.useUp(token, clock.instant())).isFalse();

            database.comeBack();
            one.tellOthers();
            assertThat(other.useUp(token, clock.instant())).isFalse();
        }
    }

    @Nested
    class Csrf {
        @Test
        void isCsrf_shouldBelieveOnlyTheTokenOfThatCookieAndAudience() {
            String token = here.csrf(Audience.ADMIN, "a-cookie");

            assertThat(there.isCsrf(Audience.ADMIN, "a-cookie", token)).isTrue();
            assertThat(there.isCsrf(Audience.CUSTOMER, "a-cookie", token)).isFalse();
            assertThat(there.isCsrf(Audience.ADMIN, "another", token)).isFalse();
            assertThat(there.isCsrf(Audience.ADMIN, "a-cookie", "")).isFalse();
        }
    }
}
