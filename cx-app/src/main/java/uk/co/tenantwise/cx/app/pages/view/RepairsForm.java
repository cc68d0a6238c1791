package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;

/**
 * What customers see and may cancel.
 *
 * @param startDate {@code d/M/yyyy}, empty for no limit
 * @param cancelling {@code true} or {@code false}
 * @param noticeDays a whole number
 * @param noticeUnit the name of a unit
 * @param cutOff {@code HH:mm}
 * @param bankHolidays the name of a nation
 * @param statusCode the site's code
 * @param reasonCode the site's code
 * @param contactLine what to do instead
 * @param example what the notice means
 */
public record RepairsForm(
        Field startDate,
        Field cancelling,
        Field noticeDays,
        Field noticeUnit,
        Field cutOff,
        Field bankHolidays,
        Field statusCode,
        Field reasonCode,
        Field contactLine,
        String example) {
    /** All fields, to be sent on by the confirm step. */
    public List<Field> fields() {
        return List.of(
                startDate,
                cancelling,
                noticeDays,
                noticeUnit,
                cutOff,
                bankHolidays,
                statusCode,
                reasonCode,
                contactLine);
    }
}
