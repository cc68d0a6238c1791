package uk.co.tenantwise.cx.ports.driving;

/**
 * Retrieves again, shortly before they are due, the data of customers who have been reading lately, so that no read waits at
 * the refresh boundary (rule R7). Called again and again in the background.
 */
public interface ForRefreshingAhead {
    /**
     * Looks after those whose data will be due soon, each once for each snapshot; a failure leaves what is kept.
     *
     * @return for how many customers data were retrieved
     */
    int refreshSoonDue();
}
