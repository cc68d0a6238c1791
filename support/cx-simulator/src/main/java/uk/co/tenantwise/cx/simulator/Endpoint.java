package uk.co.tenantwise.cx.simulator;

/** The calls of the Cx contract. */
public enum Endpoint {
    /** {@code POST /api/token}. */
    LOGIN,
    /** {@code GET /api/companies}. */
    COMPANIES,
    /** {@code GET /api/companies/{company}/contacts/{contact}}. */
    CONTACT,
    /** {@code GET /api/companies/{company}/contacts/{contact}/work-orders}. */
    WORK_ORDERS,
    /** {@code GET /api/companies/{company}/contacts/{contact}/appointments}. */
    APPOINTMENTS,
    /** {@code GET /api/companies/{company}/work-orders/{order}}. */
    WORK_ORDER,
    /** {@code POST /api/companies/{company}/work-orders/{order}/cancel}. */
    CANCEL_ORDER,
    /** {@code POST /api/companies/{company}/appointments/{appointment}/cancel}. */
    CANCEL_APPOINTMENT,
    /** A request that is no call of the contract: another path, another method or a broken encoding. */
    OTHER,
    /** In a script: every call, {@link #OTHER} too. No request is ever received as this. */
    ANY;

    boolean covers(Endpoint received) {
        return this == ANY || this == received;
    }

    boolean isCancellation() {
        return this == CANCEL_ORDER || this == CANCEL_APPOINTMENT;
    }
}
