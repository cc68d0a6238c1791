package uk.co.tenantwise.cx.app.json;

import uk.co.tenantwise.cx.domain.settings.ConnectionDraft;
import uk.co.tenantwise.cx.domain.settings.RefreshDraft;
import uk.co.tenantwise.cx.domain.settings.RepairsDraft;
import uk.co.tenantwise.cx.domain.settings.RepairsDraft.CancellationDraft;
import uk.co.tenantwise.cx.domain.settings.Secret;

/** What an administrator sends, as drafts of the domain. */
public final class Drafts {
    private Drafts() {}

    /** The connection; {@code passwordSet} may be sent back as it was received. */
    public static ConnectionDraft connection(JsonFields fields) {
        fields.ignore("passwordSet");
        return new ConnectionDraft(
                fields.flag("enabled"),
                fields.text("apiUrl"),
                fields.text("username"),
                fields.text("password").filter(text -> !text.isEmpty()).map(Secret::of));
    }

    /** The repairs settings. */
    public static RepairsDraft repairs(JsonFields fields) {
        return new RepairsDraft(
                fields.text("startDate"), fields.object("cancellation").map(Drafts::cancellation));
    }

    /** The refresh times. */
    public static RefreshDraft refresh(JsonFields fields) {
        return new RefreshDraft(fields.number("repairsMinutes"), fields.number("customerMinutes"));
    }

    private static CancellationDraft cancellation(JsonFields fields) {
        return new CancellationDraft(
                fields.flag("enabled"),
                fields.number("noticeDays"),
                fields.text("noticeUnit"),
                fields.text("cutOff"),
                fields.text("bankHolidays"),
                fields.text("cancelStatusCode"),
                fields.text("cancelReasonCode"),
                fields.text("contactLine"));
    }
}
