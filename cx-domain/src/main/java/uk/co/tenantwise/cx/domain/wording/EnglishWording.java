package uk.co.tenantwise.cx.domain.wording;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.Allowed;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.Refused;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.SubjectKind;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.time.UkTime;

/** British English. */
final class EnglishWording implements Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    @Override
    public String of(CancellationDecision decision) {
        String thing = thing(decision.subject());
        return switch (decision) {
            case Allowed allowed ->
                "You can cancel this " + thing
                        + allowed.cancelBy().map(by -> " " + until(by)).orElse("") + ".";
            case Refused refused -> Sentences.withContact(refusal(refused, thing), refused.instead());
        };
    }

    @Override
    public String of(CancellationOutcome outcome, SubjectKind subject, String contactLine) {
        String thing = thing(subject);
        return switch (outcome) {
            case CancellationOutcome.Cancelled cancelled -> "This " + thing + " has been cancelled.";
            case CancellationOutcome.AlreadyCancelled already -> "This " + thing + " was already cancelled.";
            case CancellationOutcome.Refused refused ->
                of(new Refused(subject, refused.reason(), Optional.empty(), contactLine));
            case CancellationOutcome.RefusedByCx refused ->
                Sentences.withContact(
                        "Your landlord's system did not cancel this " + thing + Sentences.quoted(refused.message()),
                        contactLine);
            case CancellationOutcome.Unknown unknown ->
                "We are checking with your landlord whether this " + thing + " has been cancelled.";
        };
    }

    private static String thing(SubjectKind subject) {
        return subject == SubjectKind.REPAIR ? "repair" : "visit";
    }

    private String refusal(Refused refused, String thing) {
        return switch (refused.reason()) {
            case CANCELLATION_DISABLED -> "Your landlord does not offer cancelling online.";
            case ALREADY_CANCELLED -> "This " + thing + " is already cancelled.";
            case REPAIR_CLOSED -> "The work is finished, so this " + thing + " can no longer be cancelled.";
            case WORK_STARTED -> "Work has started, so this " + thing + " cannot be cancelled online.";
            case STATUS_UNKNOWN ->
                "We cannot tell how far the work has got, so this " + thing + " cannot be cancelled online.";
            case INVOICED -> "Work has already been charged for, so this " + thing + " cannot be cancelled online.";
            case APPOINTMENT_NOT_BOOKED -> "This visit is not booked, so there is nothing to cancel.";
            case DATA_INCOMPLETE ->
                "Some dates are missing from your landlord's records, so this " + thing
                        + " cannot be cancelled online.";
            case APPOINTMENT_STARTED -> "The visit was due to start already, so it is too late to cancel online.";
            case NOTICE_TOO_SHORT ->
                "It is too late to cancel this " + thing + " online"
                        + refused.cancelBy()
                                .map(by -> ": that was possible " + until(by))
                                .orElse("") + ".";
        };
    }

    @Override
    public String until(Instant deadline) {
        ZonedDateTime end = UkTime.at(deadline);
        if (end.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return "until the end of " + DAY.format(end.minusDays(1));
        }
        return "until " + time(end.toLocalTime()) + " on " + DAY.format(end);
    }

    @Override
    public String example(Instant start, Instant deadline) {
        ZonedDateTime visit = UkTime.at(start);
        return "A visit on " + DAY.format(visit) + " at " + time(visit.toLocalTime()) + " can be cancelled "
                + until(deadline) + ".";
    }

    private static String time(LocalTime time) {
        if (time.equals(LocalTime.NOON)) {
            return "midday";
        }
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String minutes = time.getMinute() == 0 ? "" : String.format(Locale.UK, ":%02d", time.getMinute());
        return hour + minutes + (time.getHour() < 12 ? "am" : "pm");
    }
}
