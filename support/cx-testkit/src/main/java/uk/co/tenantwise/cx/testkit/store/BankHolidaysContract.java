package uk.co.tenantwise.cx.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.domain.cancellation.UkNation.ENGLAND_AND_WALES;
import static uk.co.tenantwise.cx.domain.cancellation.UkNation.NORTHERN_IRELAND;
import static uk.co.tenantwise.cx.domain.cancellation.UkNation.SCOTLAND;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.co.tenantwise.cx.domain.cancellation.BankHolidays;
import uk.co.tenantwise.cx.domain.cancellation.UkNation;

/**
 * What every source of bank holidays must say: the dates that the government has published for 2024 to 2027
 * (gov.uk/bank-holidays), substitute days and the World Cup holiday of Scotland included, and no other date.
 */
public abstract class BankHolidaysContract {
    private record Published(UkNation nation, int year, List<LocalDate> dates) {}

    /** The source under test. */
    protected abstract BankHolidays bankHolidays();

    private static Stream<Published> published() {
        return Stream.of(
                year(ENGLAND_AND_WALES, 2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"),
                year(ENGLAND_AND_WALES, 2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
                year(ENGLAND_AND_WALES, 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
                year(ENGLAND_AND_WALES, 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
                year(SCOTLAND, 2024, "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26"),
                year(SCOTLAND, 2025, "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26"),
                year(SCOTLAND, 2026, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28"),
                year(SCOTLAND, 2027, "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28"),
                year(NORTHERN_IRELAND, 2024, "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26"),
                year(NORTHERN_IRELAND, 2025, "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26"),
                year(NORTHERN_IRELAND, 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28"),
                year(NORTHERN_IRELAND, 2027, "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28"));
    }

    private static Published year(UkNation nation, int year, String days) {
        List<LocalDate> dates = Arrays.stream(days.split(" ", -1))
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList();
        return new Published(nation, year, dates);
    }

    @TestFactory
    Stream<DynamicTest> isBankHoliday_shouldBeWhatWasPublished_whenEveryDayOfAYearIsAsked() {
        return published()
                .map(each -> DynamicTest.dynamicTest(
                        each.nation() + " " + each.year(),
                        () -> assertThat(found(each.nation(), each.year())).isEqualTo(each.dates())));
    }

    private List<LocalDate> found(UkNation nation, int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> bankHolidays().isBankHoliday(date, nation))
                .toList();
    }

    @Test
    void isBankHoliday_shouldAnswer_whenTheYearIsFarAway() {
        assertThat(bankHolidays().isBankHoliday(LocalDate.of(2099, 12, 25), SCOTLAND))
                .isTrue();
        assertThat(bankHolidays().isBankHoliday(LocalDate.of(2099, 8, 3), SCOTLAND))
                .isTrue();
        assertThat(bankHolidays().isBankHoliday(LocalDate.of(2099, 8, 3), ENGLAND_AND_WALES))
                .isFalse();
    }
}
