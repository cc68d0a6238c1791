package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;

/**
 * Chooses somebody to be in the demonstration.
 *
 * @param customers who there is
 * @param csrf what the forms have to send
 */
public record DemoSignInView(List<Choice> customers, String csrf) {
    /** Copies the list. */
    public DemoSignInView {
        customers = List.copyOf(customers);
    }
}
