package uk.co.tenantwise.cx.app.pages;

import java.util.List;
import uk.co.tenantwise.cx.app.pages.view.Choice;

/**
 * Who there is in the demonstration. That there is such an object is what makes a service the demonstration.
 *
 * @param customers contact references, and what they are called
 */
public record DemoCustomers(List<Choice> customers) {
    /** Copies the list. */
    public DemoCustomers {
        customers = List.copyOf(customers);
    }
}
