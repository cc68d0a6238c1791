package uk.co.tenantwise.cx.domain.cancellation;

import static uk.co.tenantwise.cx.domain.cancellation.RefusalReason.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.Allowed;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.Refused;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.SingleVisit;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.WholeRepair;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.Repair;

/**
 * Whether and how late customers may cancel (rules R4 and R5). Pure and thread-safe.
 *
 * <p>It can be used alone:
 *
 * {@snippet :
 * BankHolidays holidays = (date, nation) ->
 *         Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28)).contains(date);
 * Notice threeWorkingDays = new Notice.WorkingDays(3, UkNation.ENGLAND_AND_WALES);
 * CancellationPolicy policy = new CancellationPolicy(
 *         true, new NoticePolicy(threeWorkingDays, LocalTime.MIDNIGHT), "Please ring the repairs desk.");
 *
 * CancellationDecision decision = policy.decide(new WholeRepair(repair), now, holidays);
 *
 * String answer = switch (decision) {
 *     case Allowed allowed -> allowed.message();
 *     case Refused refused -> refused.reason() + ": " + refused.message();
 * };
 * }
 *
 * @param enabled whether customers may cancel at all
 * @param notice how late
 * @param contactLine what a customer who may not cancel is told to do instead; may be empty
 */
public record CancellationPolicy(boolean enabled, NoticePolicy notice, String contactLine) {
    /** Enabled, any time prior to the appointment date (0 calendar days, cut-off 00:00), no contact line. */
    public static final CancellationPolicy DEFAULT = new CancellationPolicy(true, NoticePolicy.DEFAULT, "");

    /**
     * Decides about a repair or a visit. The same function serves lists and attempts, so that they cannot disagree.
     *
     * @param subject what the customer wants to cancel
     * @param now the time of the decision
     * @param holidays the bank holidays that working days skip
     */
    public CancellationDecision decide(CancellationSubject subject, Instant now, BankHolidays holidays) {
        Optional<RefusalReason> refusal = refusalByState(subject);
        if (refusal.isPresent()) {
            return refused(subject, refusal.get(), Optional.empty());
        }
        List<Appointment> booked = subject.visits().stream()
                .filter(visit -> visit.status().isBooked())
                .toList();
        if (lacksDate(subject, booked)) {
            return refused(subject, DATA_INCOMPLETE, Optional.empty());
        }
        List<Instant> starts =
                booked.stream().flatMap(visit -> visit.start().stream()).toList();
        Optional<Instant> cancelBy =
                starts.stream().map(start -> notice.deadline(start, holidays)).min(Instant::compareTo);
        if (starts.stream().anyMatch(start -> !now.isBefore(start))) {
            return refused(subject, APPOINTMENT_STARTED, cancelBy);
        }
        if (cancelBy.filter(deadline -> !now.isBefore(deadline)).isPresent()) {
            return refused(subject, NOTICE_TOO_SHORT, cancelBy);
        }
        return new Allowed(subject.kind(), cancelBy);
    }

    private Optional<RefusalReason> refusalByState(CancellationSubject subject) {
        if (!enabled) {
            return Optional.of(CANCELLATION_DISABLED);
        }
        if (subject.isCancelled()) {
            return Optional.of(ALREADY_CANCELLED);
        }
        Optional<RefusalReason> ofRepair = subject.repair().flatMap(CancellationPolicy::refusalOfRepair);
        if (ofRepair.isPresent()) {
            return ofRepair;
        }
        return switch (subject) {
            case WholeRepair whole -> Optional.empty();
            case SingleVisit single when single.isOrphan() -> Optional.of(STATUS_UNKNOWN);
            case SingleVisit single ->
                single.visit().status().isBooked() ? Optional.empty() : Optional.of(APPOINTMENT_NOT_BOOKED);
        };
    }

    private static Optional<RefusalReason> refusalOfRepair(Repair repair) {
        return switch (repair.status().master().stage()) {
            case CANCELLED -> Optional.of(ALREADY_CANCELLED);
            case CLOSED -> Optional.of(REPAIR_CLOSED);
            case STARTED -> Optional.of(WORK_STARTED);
            case UNKNOWN -> Optional.of(STATUS_UNKNOWN);
            case CANCELLABLE -> repair.invoiced() ? Optional.of(INVOICED) : Optional.empty();
        };
    }

    private static boolean lacksDate(CancellationSubject subject, List<Appointment> booked) {
        return subject.repair().filter(repair -> repair.createdOn().isEmpty()).isPresent()
                || booked.stream().anyMatch(visit -> visit.start().isEmpty());
    }

    private Refused refused(CancellationSubject subject, RefusalReason reason, Optional<Instant> cancelBy) {
        return new Refused(subject.kind(), reason, cancelBy, contactLine);
    }
}
