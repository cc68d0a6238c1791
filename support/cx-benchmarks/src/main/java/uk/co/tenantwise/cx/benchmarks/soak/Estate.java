package uk.co.tenantwise.cx.benchmarks.soak;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import uk.co.tenantwise.cx.simulator.Appointment;
import uk.co.tenantwise.cx.simulator.Contact;
import uk.co.tenantwise.cx.simulator.Site;
import uk.co.tenantwise.cx.simulator.WorkOrder;

/**
 * The customers in the simulated Cx. Each has nine repairs with two visits each: four to be cancelled as a whole, four to be
 * cancelled visit by visit, and one that is under way, which cannot be cancelled.
 */
final class Estate {
    private static final String COMPANY = "1";
    private static final int WHOLE = 4;
    private static final int BY_VISIT = 4;
    private static final int DAYS_AHEAD = 14;

    private Estate() {}

    /** Fills a site with so many customers. */
    static List<Tenant> fill(Site site, int customers, long seed) {
        Random random = new Random(seed);
        return IntStream.rangeClosed(1, customers)
                .mapToObj(number -> tenant(site, "T-" + number, Canary.of(number, random)))
                .toList();
    }

    private static Tenant tenant(Site site, String contact, Canary canary) {
        LocalDateTime today = LocalDateTime.now(ZoneId.of("Europe/London")).withNano(0);
        site.put(Contact.of(COMPANY, contact, "Robin " + canary.word())
                .livingAt("A-" + contact, "1 " + canary.word() + " Road"));
        Set<String> repairs = new HashSet<>();
        Set<String> visits = new HashSet<>();
        List<Target> targets = new ArrayList<>();
        for (int number = 1; number <= WHOLE + BY_VISIT + 1; number++) {
            boolean whole = number <= WHOLE;
            boolean underWay = number > WHOLE + BY_VISIT;
            WorkOrder order = order(contact, canary, number, today, underWay);
            site.put(order);
            repairs.add(order.reference());
            if (whole || underWay) {
                targets.add(new Target(Target.Kind.REPAIR, contact, order.reference(), whole));
            }
            for (int day = 0; day < 2; day++) {
                Appointment visit = Appointment.forOrder(order, today.plusDays(DAYS_AHEAD + day))
                        .slot("Morning " + canary.word());
                site.put(visit);
                visits.add(visit.uid());
                if (!whole && !underWay) {
                    targets.add(new Target(Target.Kind.VISIT, contact, visit.uid(), true));
                }
            }
        }
        return new Tenant(contact, canary, repairs, visits, targets);
    }

    private static WorkOrder order(String contact, Canary canary, int number, LocalDateTime today, boolean underWay) {
        WorkOrder order = WorkOrder.of(COMPANY, contact, "WO-" + contact + "-" + number, today.minusDays(number))
                .describedAs("Tap drips, says " + canary.word());
        return underWay
                ? order.status("WorkInProgress", "WIP", "Somebody is at work")
                : order.status("Issued", "ISS", "Passed to the contractor");
    }
}
