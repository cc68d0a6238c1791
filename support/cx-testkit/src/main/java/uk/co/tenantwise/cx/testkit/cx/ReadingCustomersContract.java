package uk.co.tenantwise.cx.testkit.cx;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.OTHER_COMPANY;
import static uk.co.tenantwise.cx.testkit.Builders.someDetails;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;
import uk.co.tenantwise.cx.ports.driven.ForReadingCustomers;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** What every implementation of {@link ForReadingCustomers} does. */
public abstract class ReadingCustomersContract extends CxPortContract {
    /** For the implementations. */
    protected ReadingCustomersContract() {}

    /** The port under test, leading to {@link #cx}. */
    protected abstract ForReadingCustomers port();

    @Test
    void customer_shouldReturnDetails_whenCxHasThem() {
        cx.with(someDetails());

        assertThat(port().customer(access(), CONTACT)).isEqualTo(someDetails());
    }

    @Test
    void customer_shouldReturnReferenceAlone_whenCxHasNothingElse() {
        cx.with(CONTACT);

        assertThat(port().customer(access(), CONTACT))
                .isEqualTo(new CustomerDetails(CONTACT, Optional.empty(), Optional.empty()));
    }

    @Test
    void customer_shouldReachTheContact_whenItsReferenceIsOdd() {
        for (String odd : ODD_REFERENCES) {
            ContactReference contact = new ContactReference(odd);
            cx.with(contact);

            assertThat(port().customer(access(), contact).contact()).as(odd).isEqualTo(contact);
        }
    }

    @Test
    void customer_shouldThrowNotFound_whenContactIsUnknown() {
        cx.with(OTHER_COMPANY).with(OTHER_COMPANY.id(), someDetails());

        assertThat(fault(() -> port().customer(access(), CONTACT))).isInstanceOf(CxFault.NotFound.class);
    }

    @TestFactory
    Stream<DynamicTest> customer_shouldThrow_whenCxFails() {
        cx.with(someDetails());
        return faults(CxCall.CUSTOMER, () -> port().customer(access(), CONTACT));
    }
}
