package uk.co.tenantwise.cx.domain.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two versions of the settings field by field (rule R1). Pure. */
public final class SettingsDiff {
    private SettingsDiff() {}

    /** The fields that differ, in the order of the page; the password only as a word. */
    public static List<FieldChange> between(IntegrationSettings before, IntegrationSettings after) {
        List<FieldChange> changes = new ArrayList<>();
        Map<String, Optional<String>> old = fields(before);
        fields(after).forEach((field, value) -> {
            Optional<String> was = old.getOrDefault(field, Optional.empty());
            if (!was.equals(value)) {
                changes.add(new FieldChange(field, was, value));
            }
        });
        Optional<Secret> oldSecret = before.connection().password();
        Optional<Secret> newSecret = after.connection().password();
        if (!oldSecret.equals(newSecret)) {
            changes.add(new FieldChange(
                    "connection.password",
                    oldSecret.map(secret -> "set"),
                    newSecret.map(secret -> oldSecret.isPresent() ? "changed" : "set")));
        }
        return changes;
    }

    private static Map<String, Optional<String>> fields(IntegrationSettings settings) {
        ConnectionSettings connection = settings.connection();
        CancellationSettings cancellation = settings.repairs().cancellation();
        Map<String, Optional<String>> fields = new LinkedHashMap<>();
        fields.put("connection.enabled", said(connection.enabled()));
        fields.put("connection.apiUrl", connection.apiUrl().map(ApiUrl::toString));
        fields.put("connection.username", text(connection.username()));
        fields.put("company", settings.company().map(SettingsDiff::said));
        fields.put("repairs.startDate", settings.repairs().startDate().map(Object::toString));
        fields.put("repairs.cancellation.enabled", said(cancellation.enabled()));
        fields.put("repairs.cancellation.noticeDays", said(cancellation.noticeDays()));
        fields.put("repairs.cancellation.noticeUnit", said(cancellation.noticeUnit()));
        fields.put("repairs.cancellation.cutOff", said(cancellation.cutOff()));
        fields.put("repairs.cancellation.bankHolidays", said(cancellation.bankHolidays()));
        fields.put("repairs.cancellation.cancelStatusCode", text(cancellation.cancelStatusCode()));
        fields.put("repairs.cancellation.cancelReasonCode", text(cancellation.cancelReasonCode()));
        fields.put("repairs.cancellation.contactLine", text(cancellation.contactLine()));
        fields.put("refresh.repairsMinutes", said(settings.refresh().repairsMinutes()));
        fields.put("refresh.customerMinutes", said(settings.refresh().customerMinutes()));
        return fields;
    }

    private static String said(Company company) {
        String code = company.code().isEmpty() ? "" : company.code() + ", ";
        return company.name() + " (" + code + company.id() + ")";
    }

    private static Optional<String> said(Object value) {
        return Optional.of(value.toString());
    }

    private static Optional<String> text(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
