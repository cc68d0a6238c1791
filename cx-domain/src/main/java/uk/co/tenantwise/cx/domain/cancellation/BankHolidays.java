package uk.co.tenantwise.cx.domain.cancellation;

import java.time.LocalDate;

/**
 * Knows the bank holidays of the nations of the United Kingdom, substitute days and one-off days included.
 * Implementations must be thread-safe and answer the same for the same arguments.
 */
@FunctionalInterface
public interface BankHolidays {
    /** Whether {@code date} is a bank holiday in {@code nation}. */
    boolean isBankHoliday(LocalDate date, UkNation nation);
}
