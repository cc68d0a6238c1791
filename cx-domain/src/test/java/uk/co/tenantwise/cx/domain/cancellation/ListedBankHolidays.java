package uk.co.tenantwise.cx.domain.cancellation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** The bank holidays that the tables of these tests need, as published for 2026 and the first days of 2027. */
final class ListedBankHolidays implements BankHolidays {
    /** No bank holidays at all. */
    static final BankHolidays NONE = (date, nation) -> false;

    private static final Set<String> EVERYWHERE = Set.of("2026-04-03", "2026-12-25", "2026-12-28", "2027-01-01");
    private static final Map<UkNation, Set<String>> ELSEWHERE = Map.of(
            UkNation.ENGLAND_AND_WALES, Set.of("2026-04-06"),
            UkNation.SCOTLAND, Set.of("2026-11-30", "2027-01-04"),
            UkNation.NORTHERN_IRELAND, Set.of("2026-03-17", "2026-04-06", "2026-07-13"));

    @Override
    public boolean isBankHoliday(LocalDate date, UkNation nation) {
        return EVERYWHERE.contains(date.toString())
                || ELSEWHERE.getOrDefault(nation, Set.of()).contains(date.toString());
    }
}
