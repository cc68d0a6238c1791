package uk.co.tenantwise.cx.domain.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.Allowed;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.Refused;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.SubjectKind;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.RefusalReason;
import uk.co.tenantwise.cx.domain.time.UkTime;

class WelshWordingTest {
    private static final Instant DEADLINE = instant("2026-12-09T00:00");

    @Nested
    class Until {
        @ParameterizedTest
        @CsvSource({
            "2026-12-09T00:00, tan ddiwedd dydd Mawrth 8 Rhagfyr",
            "2026-12-09T09:00, tan 9yb ddydd Mercher 9 Rhagfyr",
            "2026-12-08T12:00, tan hanner dydd ddydd Mawrth 8 Rhagfyr",
            "2026-12-08T12:30, tan 12:30yp ddydd Mawrth 8 Rhagfyr",
            "2026-12-08T17:59, tan 5:59yp ddydd Mawrth 8 Rhagfyr",
            "2026-12-08T18:00, tan 6yh ddydd Mawrth 8 Rhagfyr",
            "2027-03-01T00:00, tan ddiwedd dydd Sul 28 Chwefror",
            "2027-01-04T00:30, tan 12:30yb ddydd Llun 4 Ionawr",
            "2026-07-03T00:00, tan ddiwedd dydd Iau 2 Gorffennaf",
        })
        void until_shouldNameDayAndTime_whenTheDeadlineIs(LocalDateTime deadline, String expected) {
            assertThat(Wording.WELSH.until(UkTime.instantOf(deadline))).isEqualTo(expected);
        }
    }

    @Nested
    class Decisions {
        @Test
        void of_shouldSayUntilWhen_whenCancellingIsAllowed() {
            assertThat(Wording.WELSH.of(new Allowed(SubjectKind.REPAIR, Optional.of(DEADLINE))))
                    .isEqualTo("Gallwch ganslo'r gwaith atgyweirio hwn tan ddiwedd dydd Mawrth 8 Rhagfyr.");
            assertThat(Wording.WELSH.of(new Allowed(SubjectKind.APPOINTMENT, Optional.empty())))
                    .isEqualTo("Gallwch ganslo'r ymweliad hwn.");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "CANCELLATION_DISABLED | Nid yw eich landlord yn cynnig canslo ar-lein.",
                    "ALREADY_CANCELLED | Mae'r ymweliad hwn eisoes wedi'i ganslo.",
                    "REPAIR_CLOSED | Mae'r gwaith wedi'i orffen, felly ni ellir canslo'r ymweliad hwn mwyach.",
                    "WORK_STARTED | Mae'r gwaith wedi dechrau, felly ni ellir canslo'r ymweliad hwn ar-lein.",
                    "STATUS_UNKNOWN | Ni allwn weld pa mor bell y mae'r gwaith wedi mynd, felly ni ellir canslo'r"
                            + " ymweliad hwn ar-lein.",
                    "INVOICED | Codwyd tâl am y gwaith eisoes, felly ni ellir canslo'r ymweliad hwn ar-lein.",
                    "APPOINTMENT_NOT_BOOKED | Nid yw'r ymweliad hwn wedi'i drefnu, felly nid oes dim i'w ganslo.",
                    "DATA_INCOMPLETE | Mae rhai dyddiadau ar goll o gofnodion eich landlord, felly ni ellir canslo'r"
                            + " ymweliad hwn ar-lein.",
                    "APPOINTMENT_STARTED | Roedd yr ymweliad i fod i ddechrau eisoes, felly mae'n rhy hwyr i ganslo"
                            + " ar-lein.",
                    "NOTICE_TOO_SHORT | Mae'n rhy hwyr i ganslo'r ymweliad hwn ar-lein.",
                })
        void of_shouldGiveTheReason_whenCancellingIsRefused(RefusalReason reason, String expected) {
            assertThat(Wording.WELSH.of(new Refused(SubjectKind.APPOINTMENT, reason, Optional.empty(), "")))
                    .isEqualTo(expected);
        }

        @Test
        void of_shouldNameTheDeadlineAndTheContact_whenItIsTooLate() {
            Refused refused = new Refused(
                    SubjectKind.REPAIR, RefusalReason.NOTICE_TOO_SHORT, Optional.of(DEADLINE), " Ffoniwch ni. ");

            assertThat(Wording.WELSH.of(refused))
                    .isEqualTo("Mae'n rhy hwyr i ganslo'r gwaith atgyweirio hwn ar-lein: "
                            + "roedd hynny'n bosibl tan ddiwedd dydd Mawrth 8 Rhagfyr. Ffoniwch ni.");
        }
    }

    @Nested
    class Outcomes {
        @Test
        void of_shouldSayWhatBecameOfIt_whenThereIsAnOutcome() {
            assertThat(say(new CancellationOutcome.Cancelled())).isEqualTo("Mae'r ymweliad hwn wedi'i ganslo.");
            assertThat(say(new CancellationOutcome.AlreadyCancelled()))
                    .isEqualTo("Mae'r ymweliad hwn eisoes wedi'i ganslo.");
            assertThat(say(new CancellationOutcome.Unknown()))
                    .isEqualTo("Rydym yn gwirio gyda'ch landlord a yw'r ymweliad hwn wedi'i ganslo.");
            assertThat(say(new CancellationOutcome.RefusedByCx("")))
                    .isEqualTo("Ni wnaeth system eich landlord ganslo'r ymweliad hwn. Ffoniwch ni.");
            assertThat(say(new CancellationOutcome.RefusedByCx("Not booked ")))
                    .isEqualTo("Ni wnaeth system eich landlord ganslo'r ymweliad hwn: Not booked. Ffoniwch ni.");
            assertThat(say(new CancellationOutcome.Refused(RefusalReason.CANCELLATION_DISABLED)))
                    .isEqualTo("Nid yw eich landlord yn cynnig canslo ar-lein. Ffoniwch ni.");
        }

        private String say(CancellationOutcome outcome) {
            return Wording.WELSH.of(outcome, SubjectKind.APPOINTMENT, "Ffoniwch ni.");
        }
    }

    @Nested
    class Example {
        @Test
        void example_shouldNameVisitAndDeadline_inBothLanguages() {
            Instant visit = instant("2026-12-09T10:00");
            Instant deadline = instant("2026-12-08T00:00");

            assertThat(Wording.WELSH.example(visit, deadline))
                    .isEqualTo(
                            "Gellir canslo ymweliad ddydd Mercher 9 Rhagfyr am 10yb tan ddiwedd dydd Llun 7 Rhagfyr.");
            assertThat(Wording.ENGLISH.example(visit, deadline))
                    .isEqualTo("A visit on Wednesday 9 December at 10am can be cancelled until the end of Monday 7"
                            + " December.");
        }
    }

    private static Instant instant(String local) {
        return UkTime.instantOf(LocalDateTime.parse(local));
    }
}
