package uk.co.tenantwise.cx.domain.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.domain.sample.RepairSample.aRepair;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.aVisit;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.anInspection;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.SingleVisit;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.WholeRepair;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.sample.VisitSample;

/** How late a customer may cancel, to the nanosecond, and how the visits of a repair are put together. */
class CancellationTimesTest {
    @Nested
    class Edge {
        /** Just before the deadline is allowed; at the deadline is not, for the reason named last. */
        @ParameterizedTest(name = "{0} at {1}, visit {2}: before {3}, then {4}")
        @CsvSource({
            "0 days,         00:00, 2026-12-09T10:00Z,      2026-12-09T00:00Z,      NOTICE_TOO_SHORT",
            "0 days,         09:00, 2026-12-09T10:00Z,      2026-12-09T09:00Z,      NOTICE_TOO_SHORT",
            "0 days,         18:00, 2026-12-09T10:00Z,      2026-12-09T10:00Z,      APPOINTMENT_STARTED",
            "0 days,         10:00, 2026-12-09T10:00Z,      2026-12-09T10:00Z,      APPOINTMENT_STARTED",
            "1 day,          00:00, 2026-12-09T10:00Z,      2026-12-08T00:00Z,      NOTICE_TOO_SHORT",
            "1 day,          15:00, 2026-12-09T10:00Z,      2026-12-08T15:00Z,      NOTICE_TOO_SHORT",
            "3 working days, 00:00, 2026-12-09T10:00Z,      2026-12-04T00:00Z,      NOTICE_TOO_SHORT",
            "0 days,         00:00, 2026-12-09T00:00Z,      2026-12-09T00:00Z,      APPOINTMENT_STARTED",
            "0 days,         01:30, 2026-03-29T10:00+01:00, 2026-03-29T02:30+01:00, NOTICE_TOO_SHORT",
            "0 days,         01:30, 2026-03-29T02:15+01:00, 2026-03-29T02:15+01:00, APPOINTMENT_STARTED",
            "0 days,         01:30, 2026-10-25T10:00Z,      2026-10-25T01:30+01:00, NOTICE_TOO_SHORT",
            "0 days,         01:30, 2026-10-25T01:15+01:00, 2026-10-25T01:15+01:00, APPOINTMENT_STARTED",
            "0 days,         01:30, 2026-10-25T01:30Z,      2026-10-25T01:30+01:00, NOTICE_TOO_SHORT",
            "0 days,         00:00, 2026-03-30T00:00+01:00, 2026-03-30T00:00+01:00, APPOINTMENT_STARTED",
            "1 day,          00:00, 2027-01-01T08:00Z,      2026-12-31T00:00Z,      NOTICE_TOO_SHORT",
            "1 day,          00:00, 2028-03-01T08:00Z,      2028-02-29T00:00Z,      NOTICE_TOO_SHORT",
            "365 days,       00:00, 2026-12-09T10:00Z,      2025-12-09T00:00Z,      NOTICE_TOO_SHORT",
        })
        void decide_shouldAllowStrictlyBeforeTheDeadline_whenTimePasses(
                String notice, LocalTime cutOff, OffsetDateTime visit, OffsetDateTime cancelBy, String then) {
            CancellationPolicy policy =
                    new CancellationPolicy(true, new NoticePolicy(Words.notice(notice), cutOff), "");
            Instant start = visit.toInstant();
            Instant deadline = cancelBy.toInstant();

            for (CancellationSubject subject : subjects(start)) {
                assertThat(verdict(policy, subject, deadline.minusNanos(1))).isEqualTo("ALLOWED");
                assertThat(verdict(policy, subject, deadline)).isEqualTo(then);
                assertThat(verdict(policy, subject, start.minusNanos(1)))
                        .isEqualTo(deadline.equals(start) ? "ALLOWED" : "NOTICE_TOO_SHORT");
                assertThat(verdict(policy, subject, start)).isEqualTo("APPOINTMENT_STARTED");
                assertThat(policy.decide(subject, Instant.EPOCH, new ListedBankHolidays())
                                .cancelBy())
                        .contains(deadline);
                assertThat(policy.decide(subject, start, new ListedBankHolidays())
                                .cancelBy())
                        .contains(deadline);
            }
        }

        private CancellationSubject[] subjects(Instant start) {
            Appointment visit = aVisit().at(start).build();
            return new CancellationSubject[] {
                new WholeRepair(aRepair().with(visit)),
                new SingleVisit(visit, Optional.of(aRepair().with(visit))),
                new SingleVisit(anInspection().at(start).build(), Optional.empty())
            };
        }

        private String verdict(CancellationPolicy policy, CancellationSubject subject, Instant now) {
            return Words.verdict(policy.decide(subject, now, new ListedBankHolidays()));
        }
    }

    @Nested
    class VisitsOfARepair {
        /** On Saturday 5 December 2026 at midday, any time prior to the appointment date. A ? is a start that is not known. */
        @ParameterizedTest(name = "{0}: {1}, before {2}")
        @CsvSource(delimiter = '|', textBlock = """
            none                                                   | ALLOWED             |
            Booked 2026-12-09T10:00Z                               | ALLOWED             | 2026-12-09T00:00Z
            Booked 2026-12-09T10:00Z, Booked 2026-12-07T14:00Z     | ALLOWED             | 2026-12-07T00:00Z
            Booked 2026-12-07T14:00Z, Booked 2026-12-09T10:00Z     | ALLOWED             | 2026-12-07T00:00Z
            Booked 2026-12-09T10:00Z, booked 2026-12-06T08:00Z     | ALLOWED             | 2026-12-06T00:00Z
            Booked 2026-12-09T10:00Z, Cancelled 2026-12-01T10:00Z  | ALLOWED             | 2026-12-09T00:00Z
            Booked 2026-12-09T10:00Z, Cancelled 2026-12-06T10:00Z  | ALLOWED             | 2026-12-09T00:00Z
            Booked 2026-12-09T10:00Z, No access 2026-12-01T10:00Z  | ALLOWED             | 2026-12-09T00:00Z
            Booked 2026-12-09T10:00Z, Completed ?                  | ALLOWED             | 2026-12-09T00:00Z
            Cancelled 2026-12-05T13:00Z                            | ALLOWED             |
            Completed 2026-12-01T10:00Z                            | ALLOWED             |
            Cancelled ?                                            | ALLOWED             |
            Booked ?                                               | DATA_INCOMPLETE     |
            Booked 2026-12-09T10:00Z, Booked ?                     | DATA_INCOMPLETE     |
            Booked 2026-12-05T12:01Z                               | NOTICE_TOO_SHORT    | 2026-12-05T00:00Z
            Booked 2026-12-09T10:00Z, Booked 2026-12-05T23:00Z     | NOTICE_TOO_SHORT    | 2026-12-05T00:00Z
            Booked 2026-12-05T12:00Z                               | APPOINTMENT_STARTED | 2026-12-05T00:00Z
            Booked 2026-12-04T10:00Z, Booked 2026-12-09T10:00Z     | APPOINTMENT_STARTED | 2026-12-04T00:00Z
            Booked 2026-12-05T13:00Z, Booked 2026-12-05T11:00Z     | APPOINTMENT_STARTED | 2026-12-05T00:00Z
            """)
        void decide_shouldKeepTheEarliestDeadline_whenTheBookedVisitsAre(
                String visits, String verdict, OffsetDateTime cancelBy) {
            CancellationDecision decision = CancellationPolicy.DEFAULT.decide(
                    new WholeRepair(aRepair().with(read(visits))),
                    Instant.parse("2026-12-05T12:00:00Z"),
                    ListedBankHolidays.NONE);

            assertThat(Words.verdict(decision)).isEqualTo(verdict);
            assertThat(decision.cancelBy())
                    .isEqualTo(Optional.ofNullable(cancelBy).map(OffsetDateTime::toInstant));
        }

        private Appointment[] read(String visits) {
            if (visits.equals("none")) {
                return new Appointment[0];
            }
            String[] words = visits.split(", ", -1);
            Appointment[] read = new Appointment[words.length];
            for (int i = 0; i < words.length; i++) {
                int space = words[i].lastIndexOf(' ');
                String start = words[i].substring(space + 1);
                VisitSample visit = aVisit().called("A-" + i).inStatus(words[i].substring(0, space));
                read[i] = (start.equals("?") ? visit.withoutStart() : visit.at(start)).build();
            }
            return read;
        }
    }
}
