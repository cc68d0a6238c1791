package uk.co.tenantwise.cx.adapter.persistence.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import uk.co.tenantwise.cx.domain.cancellation.BankHolidays;
import uk.co.tenantwise.cx.domain.cancellation.UkNation;

/**
 * Bank holidays from Jollyday, corrected by {@link BankHolidayOverrides}. A day that falls on a weekend is not one, its
 * substitute is. Computed once for each nation and year, then looked up in memory. Thread-safe.
 */
public final class JollydayBankHolidays implements BankHolidays {
    /** Years of data from Cx may be anything; those of use are few. */
    private static final int YEARS_KEPT = 300;

    private final Cache<NationYear, Set<LocalDate>> years = Caffeine.newBuilder()
            .maximumSize(YEARS_KEPT)
            .executor(Runnable::run)
            .build();
    private final BankHolidayOverrides overrides;

    private record NationYear(UkNation nation, int year) {}

    /** Read from the library's XML when it is first needed. */
    private static final class Library {
        static final HolidayManager UK =
                HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));

        private Library() {}
    }

    /** The library's bank holidays with these corrections. */
    public JollydayBankHolidays(BankHolidayOverrides overrides) {
        this.overrides = overrides;
    }

    @Override
    public boolean isBankHoliday(LocalDate date, UkNation nation) {
        return years.get(new NationYear(nation, date.getYear()), this::compute).contains(date);
    }

    private Set<LocalDate> compute(NationYear asked) {
        Set<LocalDate> days = ofLibrary(asked);
        overrides.overrides().stream()
                .filter(each -> each.nation() == asked.nation() && each.date().getYear() == asked.year())
                .forEach(each -> {
                    if (each.holiday()) {
                        days.add(each.date());
                    } else {
                        days.remove(each.date());
                    }
                });
        return Set.copyOf(days);
    }

    /** One at a time: the library does not say whether two threads may use it at once. */
    private static synchronized Set<LocalDate> ofLibrary(NationYear asked) {
        return Library.UK.getHolidays(Year.of(asked.year()), code(asked.nation())).stream()
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .map(Holiday::getDate)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The library's code; it answers a wrong one with the days of the whole kingdom, and says nothing. */
    private static String code(UkNation nation) {
        return switch (nation) {
            case ENGLAND_AND_WALES -> "eng";
            case SCOTLAND -> "sct";
            case NORTHERN_IRELAND -> "nir";
        };
    }
}
