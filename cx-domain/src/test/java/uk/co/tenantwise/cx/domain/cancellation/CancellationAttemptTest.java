package uk.co.tenantwise.cx.domain.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CompanyId;
import uk.co.tenantwise.cx.domain.settings.CxSite;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;

class CancellationAttemptTest {
    private static final String ID = "3f0a7c1e-1b2d-4c3e-8f4a-5b6c7d8e9f00";
    private static final Instant REQUESTED = Instant.parse("2026-12-05T12:00:00Z");
    private static final Instant SENT = REQUESTED.plusMillis(300);
    private static final CancellationOutcome UNKNOWN = new CancellationOutcome.Unknown();
    private static final CancellationOutcome CANCELLED = new CancellationOutcome.Cancelled();

    @Nested
    class Attempt {
        private final CancellationAttempt open = attempt(UNKNOWN, 0, Optional.empty(), 0, Optional.empty());

        @Test
        void sent_shouldCountAndRememberWhen_andChangeNothingElse() {
            assertThat(open.sent(REQUESTED).sent(SENT))
                    .isEqualTo(attempt(UNKNOWN, 2, Optional.of(SENT), 0, Optional.empty()));
        }

        @Test
        void checked_shouldCount_andChangeNothingElse() {
            assertThat(open.sent(SENT).checked().checked())
                    .isEqualTo(attempt(UNKNOWN, 1, Optional.of(SENT), 2, Optional.empty()));
        }

        @Test
        void closed_shouldTakeTheOutcomeAndTheTime_andChangeNothingElse() {
            Instant closedAt = SENT.plusSeconds(5);

            assertThat(open.sent(SENT).checked().closed(CANCELLED, closedAt))
                    .isEqualTo(attempt(CANCELLED, 1, Optional.of(SENT), 1, Optional.of(closedAt)));
        }

        @Test
        void isOpen_shouldBeTrue_onlyWhileTheOutcomeIsUnknown() {
            assertThat(open.isOpen()).isTrue();
            assertThat(open.closed(CANCELLED, SENT).isOpen()).isFalse();
        }

        @Test
        void settled_shouldTakeTheOutcomeAndWhoAndWhen_andChangeNothingElse() {
            CancellationAttempt settled = open.sent(SENT).settled(CANCELLED, "admin", SENT.plusSeconds(5));

            assertThat(settled.settledBy()).contains("admin");
            assertThat(settled.isOpen()).isFalse();
            assertThat(settled.closedAt()).contains(SENT.plusSeconds(5));
            assertThat(settled.sent(SENT).checked().closed(CANCELLED, SENT).settledBy())
                    .contains("admin");
            assertThat(open.settledBy()).isEmpty();
        }

        @Test
        void needsAttention_shouldBeTrue_onlyWhenItIsOpenAndLateOrSentTooOften() {
            Duration bound = Duration.ofMinutes(10);
            Instant end = REQUESTED.plus(bound);

            assertThat(open.needsAttention(end, bound)).isFalse();
            assertThat(open.needsAttention(end.plusNanos(1), bound)).isTrue();
            assertThat(open.sent(SENT).sent(SENT).needsAttention(SENT, bound)).isFalse();
            assertThat(open.sent(SENT).sent(SENT).sent(SENT).needsAttention(SENT, bound))
                    .isTrue();
            assertThat(open.closed(CANCELLED, SENT).needsAttention(end.plusSeconds(1), bound))
                    .isFalse();
        }

        private CancellationAttempt attempt(
                CancellationOutcome outcome,
                int sends,
                Optional<Instant> lastSentAt,
                int checks,
                Optional<Instant> closedAt) {
            return new CancellationAttempt(
                    CancellationId.parse(ID),
                    new CxSite(ApiUrl.parse("https://cx.example.com"), new CompanyId("1")),
                    new ContactReference("C-1"),
                    new CancellationTarget.RepairTarget(new RepairReference("R-1")),
                    "Not needed any more",
                    "C-1",
                    REQUESTED,
                    SettingsVersion.INITIAL.next(),
                    outcome,
                    sends,
                    lastSentAt,
                    checks,
                    closedAt);
        }
    }

    @Nested
    class Outcome {
        @ParameterizedTest(name = "{1}")
        @MethodSource("uk.co.tenantwise.cx.domain.cancellation.CancellationAttemptTest#outcomes")
        void code_shouldBeThatOfTheContract_andFinalUnlessUnknown(CancellationOutcome outcome, String code) {
            assertThat(outcome.code()).isEqualTo(code);
            assertThat(outcome.isFinal()).isEqualTo(!code.equals("UNKNOWN"));
        }
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(CANCELLED, "CANCELLED"),
                Arguments.of(new CancellationOutcome.AlreadyCancelled(), "ALREADY_CANCELLED"),
                Arguments.of(new CancellationOutcome.Refused(RefusalReason.INVOICED), "REFUSED"),
                Arguments.of(new CancellationOutcome.RefusedByCx("Locked"), "REFUSED_BY_CX"),
                Arguments.of(UNKNOWN, "UNKNOWN"));
    }

    @Nested
    class Id {
        @Test
        void parse_shouldReadWhatToStringWrites_inEitherCase() {
            CancellationId id = new CancellationId(UUID.fromString(ID));

            assertThat(id).hasToString(ID);
            assertThat(CancellationId.parse(id.toString())).isEqualTo(id);
            assertThat(CancellationId.parse("3F0A7C1E-1B2D-4C3E-8F4A-5B6C7D8E9F00"))
                    .isEqualTo(id);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "1-2-3-4-5",
                    "3f0a7c1e-1b2d-4c3e-8f4a-5b6c7d8e9f0",
                    "3f0a7c1e1b2d4c3e8f4a5b6c7d8e9f00",
                    " 3f0a7c1e-1b2d-4c3e-8f4a-5b6c7d8e9f00",
                    "3f0a7c1e-1b2d-4c3e-8f4a-5b6c7d8e9f0g",
                })
        void parse_shouldRefuse_whenItIsNotAWholeUuid(String text) {
            assertThatIllegalArgumentException().isThrownBy(() -> CancellationId.parse(text));
        }
    }

    @Nested
    class Key {
        @Test
        void constructor_shouldAcceptVisibleAscii_upTo200Characters() {
            assertThat(new IdempotencyKey("!").value()).isEqualTo("!");
            assertThat(new IdempotencyKey("~".repeat(200)).value()).hasSize(200);
        }

        @Test
        void constructor_shouldRefuse_whenEmptyTooLongOrNotVisibleAscii() {
            for (String bad : new String[] {"", "k".repeat(201), "a b", " ", "a\tb", "\u007f", "é", "a\n"}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new IdempotencyKey(bad))
                        .withMessage("idempotency key must be 1 to 200 visible ASCII characters");
            }
        }
    }
}
