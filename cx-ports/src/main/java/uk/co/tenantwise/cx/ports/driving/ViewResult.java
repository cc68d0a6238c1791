package uk.co.tenantwise.cx.ports.driving;

import uk.co.tenantwise.cx.domain.settings.Readiness;

/** The answer to a customer who wants to see repairs. */
public sealed interface ViewResult {
    /**
     * Here they are.
     *
     * @param view what the customer sees
     */
    record Shown(CustomerView view) implements ViewResult {}

    /** Cx does not know the customer, or the Cx user may not see them. */
    record UnknownCustomer() implements ViewResult {}

    /**
     * The integration is not switched on, or not set up.
     *
     * @param readiness how far it has got, never READY
     */
    record NotServing(Readiness readiness) implements ViewResult {}
}
