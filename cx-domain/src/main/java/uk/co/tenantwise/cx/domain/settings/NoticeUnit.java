package uk.co.tenantwise.cx.domain.settings;

/** How days of notice are counted (rule R4). */
public enum NoticeUnit {
    /** Every day counts. */
    CALENDAR_DAYS,
    /** Saturdays, Sundays and bank holidays do not count. */
    WORKING_DAYS
}
