package uk.co.tenantwise.cx.testkit.cx;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.testkit.Builders.COMPANY;
import static uk.co.tenantwise.cx.testkit.Builders.OTHER_COMPANY;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.ports.driven.ForReadingCompanies;

/** What every implementation of {@link ForReadingCompanies} does. */
public abstract class ReadingCompaniesContract extends CxPortContract {
    /** For the implementations. */
    protected ReadingCompaniesContract() {}

    /** The port under test, leading to {@link #cx}. */
    protected abstract ForReadingCompanies port();

    @Test
    void companies_shouldReturnAllInOrder_whenThereAreSome() {
        cx.with(OTHER_COMPANY);

        assertThat(port().companies(connection())).containsExactly(COMPANY, OTHER_COMPANY);
    }

    @Test
    void companies_shouldBeEmpty_whenThereAreNone() {
        cx.withoutCompanies();

        assertThat(port().companies(connection())).isEmpty();
    }

    @Test
    void companies_shouldNotChangeWhatItReturned_whenCxChanges() {
        List<Company> before = port().companies(connection());

        cx.withoutCompanies();

        assertThat(before).containsExactly(COMPANY);
    }

    @TestFactory
    Stream<DynamicTest> companies_shouldThrow_whenCxFails() {
        return faults(CxCall.COMPANIES, () -> port().companies(connection()));
    }
}
