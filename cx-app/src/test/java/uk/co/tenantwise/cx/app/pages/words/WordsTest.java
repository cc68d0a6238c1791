package uk.co.tenantwise.cx.app.pages.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.co.tenantwise.cx.domain.repair.MasterStatus;

class WordsTest {
    private static final Pattern VALUE = Pattern.compile("\\{[0-9]}");
    private static final Words WELSH = new Words(Language.WELSH);

    @Nested
    class Say {
        @ParameterizedTest
        @EnumSource(Message.class)
        void say_shouldUseTheSameValuesInBothLanguages_whicheverMessage(Message message) {
            assertThat(values(WELSH.say(message))).isEqualTo(values(Words.ENGLISH.say(message)));
        }

        @ParameterizedTest
        @EnumSource(
                value = Message.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {"DEMO_TAG"})
        void say_shouldBeTranslated_whicheverMessage(Message message) {
            assertThat(WELSH.say(message)).isNotBlank().isNotEqualTo(Words.ENGLISH.say(message));
        }

        @ParameterizedTest
        @EnumSource(MasterStatus.class)
        void say_shouldBeWordsRatherThanACode_whicheverStatus(MasterStatus status) {
            assertThat(Words.ENGLISH.say(status)).doesNotContainPattern("[a-z][A-Z]");
        }

        @Test
        void say_shouldTakeAValueAsItIs_whenItLooksLikeAPlaceholder() {
            assertThat(Words.ENGLISH.say(Message.REFERENCE, "$1 \\ {0}")).isEqualTo("Reference $1 \\ {0}");
        }

        private Set<String> values(String text) {
            return VALUE.matcher(text)
                    .results()
                    .map(match -> match.group())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Nested
    class Preferred {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "cy | WELSH",
                    "cy-GB,cy;q=0.9,en;q=0.8 | WELSH",
                    "en-GB,en;q=0.9,cy;q=0.8 | ENGLISH",
                    "en;q=0.5,cy;q=0.7 | WELSH",
                    "fr,cy;q=0.4 | WELSH",
                    "cy;q=0 | ENGLISH",
                    "fr | ENGLISH",
                    "* | ENGLISH",
                    "'' | ENGLISH",
                    ";;;q=x | ENGLISH"
                })
        void preferred_shouldBeTheFirstThatIsKnown(String header, Language expected) {
            assertThat(Language.preferred(header)).isEqualTo(expected);
        }

        @Test
        void preferred_shouldBeEnglish_whenTheHeaderIsTooLong() {
            assertThat(Language.preferred("cy,".repeat(1000))).isEqualTo(Language.ENGLISH);
        }
    }

    @Nested
    class InDates {
        private static final Instant START = Instant.parse("2026-12-09T10:00:00Z");

        @Test
        void visit_shouldNameDayAndTimes_inBothLanguages() {
            Optional<Instant> end = Optional.of(Instant.parse("2026-12-09T14:30:00Z"));

            assertThat(Dates.ENGLISH.visit(START, end)).isEqualTo("Wednesday 9 December 2026, 10am to 2:30pm");
            assertThat(new Dates(Language.WELSH).visit(START, end))
                    .isEqualTo("Dydd Mercher 9 Rhagfyr 2026, 10yb i 2:30yp");
        }

        @Test
        void visit_shouldUseTheUkWallClock_whenItIsSummer() {
            assertThat(Dates.ENGLISH.visit(Instant.parse("2026-07-01T11:00:00Z"), Optional.empty()))
                    .isEqualTo("Wednesday 1 July 2026, midday");
        }

        @Test
        void visit_shouldLeaveOutTheEnd_whenItLiesBeforeTheStart() {
            assertThat(Dates.ENGLISH.visit(START, Optional.of(START.minusSeconds(60))))
                    .isEqualTo("Wednesday 9 December 2026, 10am");
        }

        @Test
        void visit_shouldNameBothDays_whenItEndsOnAnother() {
            assertThat(Dates.ENGLISH.visit(START, Optional.of(Instant.parse("2026-12-10T09:00:00Z"))))
                    .isEqualTo("Wednesday 9 December 2026, 10am to Thursday 10 December 2026, 9am");
        }

        @Test
        void moment_shouldBeTheTimeAlone_whenItIsOfToday() {
            assertThat(Dates.ENGLISH.moment(START, LocalDate.of(2026, 12, 9))).isEqualTo("10:00");
        }

        @Test
        void moment_shouldNameTheDay_whenItIsOfAnother() {
            LocalDate later = LocalDate.of(2026, 12, 10);

            assertThat(Dates.ENGLISH.moment(START, later)).isEqualTo("10:00 on Wednesday 9 December 2026");
            assertThat(new Dates(Language.WELSH).moment(START, later)).isEqualTo("10:00 ddydd Mercher 9 Rhagfyr 2026");
        }

        @ParameterizedTest
        @CsvSource({"00:00,12am,12yb", "09:05,9:05am,9:05yb", "12:00,midday,hanner dydd", "19:00,7pm,7yh"})
        void time_shouldBeSpoken(LocalTime time, String english, String welsh) {
            assertThat(Dates.ENGLISH.time(time)).isEqualTo(english);
            assertThat(new Dates(Language.WELSH).time(time)).isEqualTo(welsh);
        }
    }
}
