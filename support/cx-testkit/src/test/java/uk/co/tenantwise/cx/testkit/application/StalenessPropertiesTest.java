package uk.co.tenantwise.cx.testkit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.aRepair;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.ports.driving.CustomerView;
import uk.co.tenantwise.cx.ports.driving.Staleness;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.ports.fault.FaultCode;
import uk.co.tenantwise.cx.testkit.TestHexagon;
import uk.co.tenantwise.cx.testkit.cx.CxCall;

/** Rule R7 and promise R2, for any order of reads, sign-ins, waits and faults: no answer is older than it says or may be. */
class StalenessPropertiesTest {
    private static final Duration REFRESH = Duration.ofMinutes(15);
    private static final Duration MAX_STALE = Duration.ofHours(24);
    private final CxFault down = new CxFault.Unavailable("Cx answered 503", Optional.empty());
    /** In minutes, chosen around the two limits. */
    private static final List<Integer> WAITS = List.of(0, 1, 14, 15, 60, 23 * 60, 24 * 60);

    private final Set<Source> seen = EnumSet.noneOf(Source.class);
    private int refused;

    @Test
    void answers_shouldBeWhatCxHeldWhenTheySay_andNeverTooOld_whateverHappens() {
        qt().withFixedSeed(20261125L)
                .withExamples(300)
                .forAll(lists().of(integers().between(0, 4 * WAITS.size() - 1)).ofSizeBetween(1, 25))
                .checkAssert(this::play);

        assertThat(seen).containsExactlyInAnyOrder(Source.values());
        assertThat(refused).isGreaterThan(20);
    }

    /** Each number is a wait, whether Cx then answers, and whether the customer signs in or reads on. */
    private void play(List<Integer> moves) {
        try (TestHexagon hexagon = new TestHexagon().connected()) {
            Map<Instant, Integer> held = new HashMap<>();
            Optional<Instant> retrieved = Optional.empty();
            for (int move : moves) {
                boolean answers = (move & 1) == 0;
                boolean signIn = (move & 2) == 0;
                hexagon.clock.advance(Duration.ofMinutes(WAITS.get(move / 4)));
                hexagon.cx.with(
                        CONTACT, aRepair().withReference("WO-" + held.size()).build());
                // A nanosecond on, so that each moment has its own repairs.
                hexagon.clock.advance(Duration.ofNanos(1));
                Instant now = hexagon.clock.instant();
                held.put(now, held.size() + 1);
                if (answers) {
                    hexagon.cx.heal();
                } else {
                    hexagon.cx.fail(CxCall.REPAIRS, down);
                }
                Optional<CustomerView> view = answer(hexagon, signIn);
                view.ifPresent(shown -> check(shown, held, now));
                Optional<Duration> age = retrieved.map(at -> Duration.between(at, now));
                assertThat(view.map(CustomerView::source)).isEqualTo(expected(age, answers, signIn));
                if (view.isPresent()) {
                    retrieved = view.map(CustomerView::retrievedAt);
                }
            }
        }
    }

    private static Optional<Source> expected(Optional<Duration> age, boolean answers, boolean signIn) {
        if (!signIn && age.filter(old -> old.compareTo(REFRESH) < 0).isPresent()) {
            return Optional.of(Source.CACHE);
        }
        if (answers) {
            return Optional.of(Source.LIVE);
        }
        return age.filter(old -> old.compareTo(MAX_STALE) <= 0).map(old -> Source.STALE);
    }

    private void check(CustomerView view, Map<Instant, Integer> held, Instant now) {
        seen.add(view.source());
        assertThat(held).containsEntry(view.retrievedAt(), view.repairs().size());
        Duration age = Duration.between(view.retrievedAt(), now);
        assertThat(view.staleness())
                .isEqualTo(
                        view.source() == Source.STALE
                                ? Optional.of(new Staleness(age, FaultCode.CX_UNAVAILABLE))
                                : Optional.empty());
        switch (view.source()) {
            case LIVE -> assertThat(age).isZero();
            case CACHE -> assertThat(age).isLessThan(REFRESH);
            case STALE -> assertThat(age).isLessThanOrEqualTo(MAX_STALE);
        }
    }

    private Optional<CustomerView> answer(TestHexagon hexagon, boolean signIn) {
        try {
            return Optional.of(signIn ? hexagon.signIn() : hexagon.view());
        } catch (CxFault.Unavailable fault) {
            refused++;
            return Optional.empty();
        }
    }
}
