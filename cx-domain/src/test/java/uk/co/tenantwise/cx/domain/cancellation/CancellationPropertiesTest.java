package uk.co.tenantwise.cx.domain.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;
import static org.quicktheories.generators.SourceDSL.strings;
import static uk.co.tenantwise.cx.domain.sample.RepairSample.aRepair;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.aVisit;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.anInspection;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.SingleVisit;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.WholeRepair;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.MasterStatus;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.time.UkTime;

/** What holds for every notice, cut-off, visit and moment. The seed is fixed, so that a run is like every other. */
class CancellationPropertiesTest {
    /** Every tenth day of the year, so that long notices meet many. */
    private static final BankHolidays OFTEN = (date, nation) -> date.getDayOfYear() % 10 == 0;

    private static final List<IntFunction<Notice>> KINDS =
            List.of(Notice.CalendarDays::new, days -> new Notice.WorkingDays(days, UkNation.SCOTLAND));

    @Nested
    class Deadline {
        @Test
        void deadline_shouldNeverBeLater_whenNoticeGrows() {
            theory().forAll(kinds(), integers().between(0, Notice.MAX_DAYS - 1), cutOffs(), starts())
                    .checkAssert((kind, days, cutOff, start) -> {
                        Instant shorter = new NoticePolicy(kind.apply(days), cutOff).deadline(start, OFTEN);
                        Instant longer = new NoticePolicy(kind.apply(days + 1), cutOff).deadline(start, OFTEN);

                        assertThat(longer).isBeforeOrEqualTo(shorter);
                    });
        }

        @Test
        void deadline_shouldNeverBeLater_whenTheCutOffIsEarlier() {
            theory().forAll(kinds(), integers().between(0, 10), integers().between(0, 1438), starts())
                    .checkAssert((kind, days, minute, start) -> {
                        LocalTime earlier = LocalTime.ofSecondOfDay(minute * 60L);
                        Notice notice = kind.apply(days);

                        assertThat(new NoticePolicy(notice, earlier).deadline(start, OFTEN))
                                .isBeforeOrEqualTo(
                                        new NoticePolicy(notice, earlier.plusMinutes(1)).deadline(start, OFTEN));
                    });
        }

        @Test
        void deadline_shouldNeverLieAfterTheStart() {
            theory().forAll(kinds(), days(), cutOffs(), starts())
                    .checkAssert((kind, days, cutOff, start) -> assertThat(
                                    new NoticePolicy(kind.apply(days), cutOff).deadline(start, OFTEN))
                            .isBeforeOrEqualTo(start));
        }

        @Test
        void deadline_shouldLeaveAsManyWorkingDaysAsAskedFor_whenTheyAreCounted() {
            theory().forAll(integers().between(1, Notice.MAX_DAYS), starts()).checkAssert((days, start) -> {
                NoticePolicy policy =
                        new NoticePolicy(new Notice.WorkingDays(days, UkNation.SCOTLAND), LocalTime.MIDNIGHT);
                LocalDate first = UkTime.dateOf(policy.deadline(start, OFTEN));

                assertThat(isWorkingDay(first)).isTrue();
                assertThat(first.datesUntil(UkTime.dateOf(start))
                                .filter(this::isWorkingDay)
                                .count())
                        .isEqualTo(days.longValue());
            });
        }

        @Test
        void deadline_shouldFallOnTheRightUkDay_forEveryHalfHourOf2026() {
            Map<NoticePolicy, Integer> daysOf = Map.of(
                    NoticePolicy.DEFAULT,
                    0,
                    new NoticePolicy(new Notice.CalendarDays(0), LocalTime.of(1, 30)),
                    0,
                    new NoticePolicy(new Notice.CalendarDays(1), LocalTime.of(1, 30)),
                    1,
                    new NoticePolicy(new Notice.CalendarDays(2), LocalTime.of(23, 59)),
                    2);
            for (int halfHour = 0; halfHour < 365 * 48; halfHour++) {
                Instant start = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(halfHour * 30L));
                LocalDate day = start.atZone(UkTime.ZONE).toLocalDate();
                daysOf.forEach((policy, days) -> assertOnDay(policy, start, day.minusDays(days)));
            }
        }

        /** By plain comparisons: an assertion object for each of so many would take seconds. */
        private void assertOnDay(NoticePolicy policy, Instant start, LocalDate day) {
            Instant deadline = policy.deadline(start, OFTEN);
            if (deadline.isAfter(start) || !UkTime.dateOf(deadline).equals(day)) {
                throw new AssertionError(policy + " for " + start + " was " + deadline);
            }
        }

        private boolean isWorkingDay(LocalDate day) {
            return !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek())
                    && !OFTEN.isBankHoliday(day, UkNation.SCOTLAND);
        }
    }

    @Nested
    class Decide {
        @Test
        void decide_shouldAgreeWithTheDeadline_whenNowIsAnyTime() {
            theory().forAll(
                            kinds(),
                            integers().between(0, 5),
                            starts(),
                            longs().between(
                                            -Duration.ofDays(10).toSeconds(),
                                            Duration.ofDays(1).toSeconds()))
                    .checkAssert((kind, days, start, offset) -> {
                        NoticePolicy notice = new NoticePolicy(kind.apply(days), LocalTime.of(15, 0));
                        CancellationPolicy policy = new CancellationPolicy(true, notice, "");
                        Instant now = start.plusSeconds(offset);
                        Instant deadline = notice.deadline(start, OFTEN);
                        String expected = now.isBefore(deadline)
                                ? "ALLOWED"
                                : now.isBefore(start) ? "NOTICE_TOO_SHORT" : "APPOINTMENT_STARTED";
                        Appointment visit = aVisit().at(start).build();
                        Repair repair = aRepair().with(visit);
                        CancellationSubject inspection =
                                new SingleVisit(anInspection().at(start).build(), Optional.empty());

                        for (CancellationSubject subject : List.of(
                                new WholeRepair(repair), new SingleVisit(visit, Optional.of(repair)), inspection)) {
                            CancellationDecision decision = policy.decide(subject, now, OFTEN);

                            assertThat(Words.verdict(decision)).isEqualTo(expected);
                            assertThat(decision.cancelBy()).contains(deadline);
                        }
                    });
        }

        @Test
        void decide_shouldNeverAllow_whenTheStatusIsAnyOtherText() {
            theory().forAll(strings().allPossible().ofLengthBetween(0, 40))
                    .assuming(text -> !isKnown(text))
                    .checkAssert(this::assertUnknown);
        }

        @Test
        void decide_shouldNeverAllow_whenAKnownStatusHasOneLetterMore() {
            theory().forAll(
                            arbitrary().pick(Arrays.asList(MasterStatus.values())),
                            integers().between(0, 40),
                            strings().basicLatinAlphabet().ofLength(1))
                    .assuming((status, at, letter) -> !letter.isBlank())
                    .checkAssert((status, at, letter) -> {
                        String code = status.code();
                        int place = Math.min(at, code.length());
                        assertUnknown(code.substring(0, place) + letter + code.substring(place));
                    });
        }

        private void assertUnknown(String text) {
            Appointment visit = aVisit().build();
            Repair repair = aRepair().inStatus(text).with(visit);
            Instant now = Instant.parse("2026-12-05T12:00:00Z");

            for (CancellationSubject subject :
                    List.of(new WholeRepair(repair), new SingleVisit(visit, Optional.of(repair)))) {
                assertThat(Words.verdict(CancellationPolicy.DEFAULT.decide(subject, now, OFTEN)))
                        .isEqualTo("STATUS_UNKNOWN");
            }
        }

        private boolean isKnown(String text) {
            return Arrays.stream(MasterStatus.values())
                    .anyMatch(status -> status.code().equalsIgnoreCase(text.replaceAll("\\s", "")));
        }
    }

    private static QuickTheory theory() {
        return qt().withFixedSeed(20261209L).withExamples(400);
    }

    private static Gen<IntFunction<Notice>> kinds() {
        return arbitrary().pick(KINDS);
    }

    private static Gen<Integer> days() {
        return integers().between(0, Notice.MAX_DAYS);
    }

    private static Gen<LocalTime> cutOffs() {
        return integers().between(0, 1439).map(minute -> LocalTime.ofSecondOfDay(minute * 60L));
    }

    /** Any second of the years 2024 to 2030. */
    private static Gen<Instant> starts() {
        return longs().between(
                        Instant.parse("2024-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2030-12-31T23:59:59Z").getEpochSecond())
                .map(second -> Instant.ofEpochSecond(second));
    }
}
