package uk.co.tenantwise.cx.domain.visibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.Repair;

/**
 * Limits what customers see to repairs created on or after a date, and to the appointments that go with them (rule R3).
 *
 * <p>With a start date an appointment of a repair that is not visible, or that Cx did not return, is not visible, whatever
 * its own date; a repair without a readable creation date is not visible either. Without one everything is visible.
 * An appointment that belongs to no repair is never limited. Pure and thread-safe.
 *
 * @param startDate the first creation date that is visible, a UK date; empty for no limit
 */
public record VisibilityPolicy(Optional<LocalDate> startDate) {
    /** No limit. */
    public static final VisibilityPolicy DEFAULT = new VisibilityPolicy(Optional.empty());

    private static final Comparator<Repair> NEWEST_FIRST = Comparator.<Repair, LocalDate>comparing(
                    repair -> repair.createdOn().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(repair -> repair.reference().value());

    private static final Comparator<Appointment> SOONEST_FIRST = Comparator.<Appointment, Instant>comparing(
                    visit -> visit.start().orElse(Instant.MAX))
            .thenComparing(visit -> visit.id().value());

    /** Whether customers see {@code repair}. */
    public boolean shows(Repair repair) {
        return startDate.isEmpty()
                || repair.createdOn()
                        .filter(date -> !date.isBefore(startDate.get()))
                        .isPresent();
    }

    /**
     * Puts repairs and appointments together and keeps what is visible: repairs newest first, visits soonest first. Of
     * rows with the same identity the last one counts.
     */
    public VisibleRepairs limit(Collection<Repair> repairs, Collection<Appointment> appointments) {
        Map<?, Repair> returned = unique(repairs, Repair::reference);
        List<Appointment> visits = unique(appointments, Appointment::id).values().stream()
                .sorted(SOONEST_FIRST)
                .toList();
        List<Repair> visible = returned.values().stream()
                .filter(this::shows)
                .map(repair -> repair.withAppointments(visits.stream()
                        .filter(visit -> visit.isOf(repair.reference()))
                        .toList()))
                .sorted(NEWEST_FIRST)
                .toList();
        List<Appointment> others = visits.stream()
                .filter(visit -> visit.repair().isEmpty()
                        || (startDate.isEmpty()
                                && !returned.containsKey(visit.repair().get())))
                .toList();
        return new VisibleRepairs(visible, others);
    }

    private static <K, V> Map<K, V> unique(Collection<V> rows, Function<V, K> identity) {
        Map<K, V> unique = new LinkedHashMap<>();
        rows.forEach(row -> unique.put(identity.apply(row), row));
        return unique;
    }
}
