package uk.co.tenantwise.cx.domain.repair;

/** What a visit is for. */
public enum AppointmentKind {
    /** A visit to do the work of a repair. */
    ORDER,
    /** A visit to look at something; it may belong to no repair yet. */
    INSPECTION
}
