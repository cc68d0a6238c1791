package uk.co.tenantwise.cx.simulator;

import java.time.LocalDateTime;
import java.util.Optional;

/** Writes the demo's orders with what every real order carries. */
final class DemoBook {

    private static final int ROUTINE_DAYS = 28;

    private final Site site;

    DemoBook(Site site) {
        this.site = site;
    }

    Site site() {
        return site;
    }

    /** An order of the first company; see {@link #order(String, String, String, LocalDateTime, String, String)}. */
    WorkOrder order(String contact, String reference, LocalDateTime created, String master, String description) {
        return order(DemoSite.HOMES, contact, reference, created, master, description);
    }

    /** An order with one task, not yet put into the site. */
    WorkOrder order(
            String company,
            String contact,
            String reference,
            LocalDateTime created,
            String master,
            String description) {
        Optional<Company.OwnStatus> own =
                site.company(company).map(it -> it.statuses().get(master));
        String address = site.contact(company, contact)
                .flatMap(it -> it.row().text("AssetAddress"))
                .orElse("1 Imaginary Close, Exampleton, EX4 0MP");
        return WorkOrder.of(company, contact, reference, created)
                .describedAs(description)
                .status(
                        master,
                        own.map(Company.OwnStatus::code).orElse(master),
                        own.map(Company.OwnStatus::description).orElse(master))
                .with("RepairRequestReference", "RR" + reference.replaceAll("\\D", ""))
                .with("Priority", "Routine")
                .with("RepairType", "Responsive")
                .with("TargetStartDate", created.plusDays(1))
                .with("TargetCompletionDate", created.plusDays(ROUTINE_DAYS))
                .with("ContractorName", "Example Repairs Ltd")
                .with("AssetAddress", address)
                .task(Task.of("GEN0001", description));
    }

    /** Puts an order into the site, and booked visits for it. */
    WorkOrder put(WorkOrder order, LocalDateTime... visits) {
        site.put(order);
        for (LocalDateTime visit : visits) {
            site.put(visit(order, visit));
        }
        return order;
    }

    /** A booked visit with its slot in words, not yet put into the site. */
    Appointment visit(WorkOrder order, LocalDateTime start) {
        return Appointment.forOrder(order, start)
                .with(
                        "RepairRequestReference",
                        order.row().text("RepairRequestReference").orElse(null))
                .with("ContractorName", order.row().text("ContractorName").orElse(null))
                .slot("%02d:%02d to %02d:%02d"
                        .formatted(
                                start.getHour(),
                                start.getMinute(),
                                start.plusHours(2).getHour(),
                                start.plusHours(2).getMinute()));
    }
}
