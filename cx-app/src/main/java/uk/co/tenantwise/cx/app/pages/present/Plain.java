package uk.co.tenantwise.cx.app.pages.present;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.view.ChangeLine;
import uk.co.tenantwise.cx.app.pages.words.Dates;
import uk.co.tenantwise.cx.domain.settings.FieldChange;
import uk.co.tenantwise.cx.domain.settings.Readiness;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

/** Codes of the settings and of faults, as an administrator reads them. */
public final class Plain {
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("connection.enabled", "API integration"),
            Map.entry("connection.apiUrl", "API URL"),
            Map.entry("connection.username", "User name"),
            Map.entry("connection.password", "Password"),
            Map.entry("company", "Selected Company"),
            Map.entry("repairs.startDate", "Repairs start date"),
            Map.entry("repairs.cancellation.enabled", "Customers can cancel"),
            Map.entry("repairs.cancellation.noticeDays", "Days of notice"),
            Map.entry("repairs.cancellation.noticeUnit", "Count"),
            Map.entry("repairs.cancellation.cutOff", "Cut-off time"),
            Map.entry("repairs.cancellation.bankHolidays", "Bank holidays of"),
            Map.entry("repairs.cancellation.cancelStatusCode", "Cancel status code"),
            Map.entry("repairs.cancellation.cancelReasonCode", "Cancel reason code"),
            Map.entry("repairs.cancellation.contactLine", "Contact line"),
            Map.entry("refresh.repairsMinutes", "Refresh of repairs, minutes"),
            Map.entry("refresh.customerMinutes", "Refresh of customer details, minutes"));
    private static final Map<String, String> VALUES = Map.of(
            "CALENDAR_DAYS", "Calendar days",
            "WORKING_DAYS", "Working days",
            "ENGLAND_AND_WALES", "England and Wales",
            "SCOTLAND", "Scotland",
            "NORTHERN_IRELAND", "Northern Ireland");

    private Plain() {}

    static ChangeLine change(FieldChange change) {
        String field = change.field();
        return new ChangeLine(
                LABELS.getOrDefault(field, field), value(field, change.before()), value(field, change.after()));
    }

    /** How many cancellations need attention; empty when none does. */
    public static String attention(int count) {
        return switch (count) {
            case 0 -> "";
            case 1 -> "1 cancellation needs your attention.";
            default -> count + " cancellations need your attention.";
        };
    }

    static String state(Readiness readiness) {
        return switch (readiness) {
            case DISABLED -> "Disabled";
            case INCOMPLETE -> "Not connected";
            case NO_COMPANY -> "No company selected";
            case READY -> "Enabled";
        };
    }

    static String tag(Readiness readiness) {
        return switch (readiness) {
            case DISABLED -> "grey";
            case INCOMPLETE, NO_COMPANY -> "yellow";
            case READY -> "green";
        };
    }

    static String fault(FaultCode code) {
        return switch (code) {
            case CX_UNREACHABLE -> "Cx cannot be reached.";
            case CX_TIMED_OUT -> "Cx did not answer in time.";
            case CX_TLS_FAILED -> "No secure connection to Cx could be made.";
            case CX_ADDRESS_FORBIDDEN -> "The API URL leads to an address that this service may not call.";
            case CX_ADDRESS_NOT_WHITELISTED -> "A firewall in front of Cx turned this service away.";
            case CX_CREDENTIALS_REJECTED ->
                "Cx rejected the user name or password. They are not tried again until you save or test.";
            case CX_NO_API_PERMISSION -> "The Cx user has no API permission.";
            case CX_NOT_FOUND -> "Cx did not find what was asked for.";
            case CX_REFUSED -> "Cx refused the request.";
            case CX_THROTTLED -> "Cx asks for fewer requests.";
            case CX_UNAVAILABLE -> "Cx reports an error or is being maintained.";
            case CX_CONTRACT_BROKEN -> "What answers does not speak like Cx.";
            case CX_BUSY -> "As many calls to Cx were under way as this service may make at a time.";
        };
    }

    private static String value(String field, Optional<String> value) {
        if (value.isEmpty()) {
            return "none";
        }
        String text = value.get();
        return switch (field) {
            case "connection.enabled" -> text.equals("true") ? "Enabled" : "Disabled";
            case "repairs.cancellation.enabled" -> text.equals("true") ? "Yes" : "No";
            case "repairs.startDate" -> Dates.ENGLISH.date(LocalDate.parse(text));
            default -> VALUES.getOrDefault(text, text);
        };
    }
}
