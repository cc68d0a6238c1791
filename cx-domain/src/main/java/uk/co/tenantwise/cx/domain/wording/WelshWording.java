package uk.co.tenantwise.cx.domain.wording;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.Allowed;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.Refused;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.SubjectKind;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.time.UkTime;

/** Welsh. A day that says when something happens is mutated: "dydd Mercher" becomes "ddydd Mercher". */
final class WelshWording implements Wording {
    private static final List<String> DAYS = List.of("Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul");
    private static final List<String> MONTHS = List.of(
            "Ionawr",
            "Chwefror",
            "Mawrth",
            "Ebrill",
            "Mai",
            "Mehefin",
            "Gorffennaf",
            "Awst",
            "Medi",
            "Hydref",
            "Tachwedd",
            "Rhagfyr");

    @Override
    public String of(CancellationDecision decision) {
        String thing = thing(decision.subject());
        return switch (decision) {
            case Allowed allowed ->
                "Gallwch ganslo'r " + thing
                        + allowed.cancelBy().map(by -> " " + until(by)).orElse("") + ".";
            case Refused refused -> Sentences.withContact(refusal(refused, thing), refused.instead());
        };
    }

    @Override
    public String of(CancellationOutcome outcome, SubjectKind subject, String contactLine) {
        String thing = thing(subject);
        return switch (outcome) {
            case CancellationOutcome.Cancelled cancelled -> "Mae'r " + thing + " wedi'i ganslo.";
            case CancellationOutcome.AlreadyCancelled already -> "Mae'r " + thing + " eisoes wedi'i ganslo.";
            case CancellationOutcome.Refused refused ->
                of(new Refused(subject, refused.reason(), Optional.empty(), contactLine));
            case CancellationOutcome.RefusedByCx refused ->
                Sentences.withContact(
                        "Ni wnaeth system eich landlord ganslo'r " + thing + Sentences.quoted(refused.message()),
                        contactLine);
            case CancellationOutcome.Unknown unknown ->
                "Rydym yn gwirio gyda'ch landlord a yw'r " + thing + " wedi'i ganslo.";
        };
    }

    private String refusal(Refused refused, String thing) {
        return switch (refused.reason()) {
            case CANCELLATION_DISABLED -> "Nid yw eich landlord yn cynnig canslo ar-lein.";
            case ALREADY_CANCELLED -> "Mae'r " + thing + " eisoes wedi'i ganslo.";
            case REPAIR_CLOSED -> "Mae'r gwaith wedi'i orffen, felly ni ellir canslo'r " + thing + " mwyach.";
            case WORK_STARTED -> "Mae'r gwaith wedi dechrau, felly ni ellir canslo'r " + thing + " ar-lein.";
            case STATUS_UNKNOWN ->
                "Ni allwn weld pa mor bell y mae'r gwaith wedi mynd, felly ni ellir canslo'r " + thing + " ar-lein.";
            case INVOICED -> "Codwyd tâl am y gwaith eisoes, felly ni ellir canslo'r " + thing + " ar-lein.";
            case APPOINTMENT_NOT_BOOKED -> "Nid yw'r ymweliad hwn wedi'i drefnu, felly nid oes dim i'w ganslo.";
            case DATA_INCOMPLETE ->
                "Mae rhai dyddiadau ar goll o gofnodion eich landlord, felly ni ellir canslo'r " + thing + " ar-lein.";
            case APPOINTMENT_STARTED ->
                "Roedd yr ymweliad i fod i ddechrau eisoes, felly mae'n rhy hwyr i ganslo ar-lein.";
            case NOTICE_TOO_SHORT ->
                "Mae'n rhy hwyr i ganslo'r " + thing + " ar-lein"
                        + refused.cancelBy()
                                .map(by -> ": roedd hynny'n bosibl " + until(by))
                                .orElse("")
                        + ".";
        };
    }

    @Override
    public String until(Instant deadline) {
        ZonedDateTime end = UkTime.at(deadline);
        if (end.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return "tan ddiwedd dydd " + day(end.minusDays(1));
        }
        return "tan " + time(end.toLocalTime()) + " ddydd " + day(end);
    }

    @Override
    public String example(Instant start, Instant deadline) {
        ZonedDateTime visit = UkTime.at(start);
        return "Gellir canslo ymweliad ddydd " + day(visit) + " am " + time(visit.toLocalTime()) + " " + until(deadline)
                + ".";
    }

    private static String thing(SubjectKind subject) {
        return subject == SubjectKind.REPAIR ? "gwaith atgyweirio hwn" : "ymweliad hwn";
    }

    private static String day(ZonedDateTime date) {
        return DAYS.get(date.getDayOfWeek().getValue() - 1) + " " + date.getDayOfMonth() + " "
                + MONTHS.get(date.getMonthValue() - 1);
    }

    private static String time(LocalTime time) {
        if (time.equals(LocalTime.NOON)) {
            return "hanner dydd";
        }
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String minutes = time.getMinute() == 0 ? "" : String.format(Locale.UK, ":%02d", time.getMinute());
        return hour + minutes + (time.getHour() < 12 ? "yb" : time.getHour() < 18 ? "yp" : "yh");
    }
}
