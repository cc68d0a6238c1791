package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;
import java.util.stream.Stream;

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
    /** Whether customers may cancel repairs, and a code is blank that Cx needs for that. */
    public boolean codesMissing() {
        return cancelling.is("true")
                && (statusCode.value().isBlank() || reasonCode.value().isBlank());
    }

    /** Whether something is wrong with a field that only matters when customers may cancel. */
    public boolean noticeIsWrong() {
        return Stream.of(noticeDays, noticeUnit, cutOff, bankHolidays, statusCode, reasonCode)
                .anyMatch(Field::wrong);
    }

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
