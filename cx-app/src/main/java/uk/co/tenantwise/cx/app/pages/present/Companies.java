package uk.co.tenantwise.cx.app.pages.present;

import uk.co.tenantwise.cx.ports.driving.CompanyListing;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

/** The live list of companies, or why there is none: a failure leaves the rest of the page as it is. */
public sealed interface Companies {
    /**
     * Something was answered.
     *
     * @param listing what
     */
    record Answered(CompanyListing listing) implements Companies {}

    /**
     * Cx did not give the list.
     *
     * @param because why
     */
    record Failed(FaultCode because) implements Companies {}
}
