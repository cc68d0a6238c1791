package uk.co.tenantwise.cx.simulator;

import java.util.List;

/** The demo's customers whose data are in good order. */
final class DemoRepairs {

    private DemoRepairs() {}

    static void fill(DemoBook book, DemoDays days) {
        megan(book, days);
        rhys(book, days);
        carys(book, days);
        owen(book, days);
        alice(book, days);
        ffion(book, days);
        harriet(book, days);
        tom(book, days);
        george(book, days);
        sian(book, days);
        oliver(book, days);
        elin(book, days);
        amelia(book, days);
    }

    private static void megan(DemoBook book, DemoDays days) {
        book.put(
                book.order(
                        "C-1001",
                        "WO-100234",
                        days.ago(6),
                        "Issued",
                        "Kitchen tap drips constantly, washer or cartridge to be replaced"),
                days.weekdayIn(7, 9, 30));
        book.put(
                book.order(
                        "C-1001",
                        "R/2026/0457",
                        days.ago(3),
                        "Issued",
                        "Bathroom extractor fan runs but does not draw air, damp patches on the ceiling"),
                days.in(1, 13, 0));
        book.put(book.order(
                "C-1001",
                "REP 00012/1",
                days.ago(1),
                "Entered",
                "Loose handrail on the stairs, second bracket from the top"));
    }

    private static void rhys(DemoBook book, DemoDays days) {
        book.put(
                book.order(
                                "T/2024/17",
                                "WO-100240",
                                days.ago(2),
                                "Issued",
                                "No hot water from the boiler, pressure gauge reads zero")
                        .with("Priority", "Urgent")
                        .with("ContractorName", "Sample Heating Services"),
                days.laterToday());
        book.put(
                book.order(
                        "T/2024/17",
                        "WO-100241",
                        days.ago(2),
                        "Issued",
                        "Radiator in the back bedroom is cold at the bottom"),
                days.in(1, 10, 0));
    }

    private static void carys(DemoBook book, DemoDays days) {
        book.put(
                book.order(
                        "00042 A",
                        "100301#1",
                        days.ago(12),
                        "WorkInProgress",
                        "Re-plaster the living room wall after a leak from above"),
                days.weekdayIn(4, 8, 0));
        book.put(book.order(
                "00042 A", "100301#2", days.ago(12), "PartiallyComplete", "Two of five internal doors to be re-hung"));
        book.put(book.order(
                "00042 A",
                "100301#3",
                days.ago(30),
                "Varied",
                "Renew the bath panel, now including the tiling behind it"));
        book.put(book.order(
                "00042 A",
                "100301#4",
                days.ago(20),
                "AwaitingVariationAuthorisation",
                "Garden fence, a third panel was found to be rotten"));
    }

    private static void owen(DemoBook book, DemoDays days) {
        WorkOrder done = book.put(
                book.order("C-1004", "WO-099871", days.ago(40), "Complete", "Front door lock sticks, lock replaced"));
        book.site().put(book.visit(done, days.in(-33, 9, 0)).status("Completed"));
        book.put(book.order(
                "C-1004", "WO-098112", days.ago(120), "FullyInvoiced", "Blocked gutter above the porch cleared"));
    }

    private static void alice(DemoBook book, DemoDays days) {
        WorkOrder cancelled =
                book.put(book.order("C-1005", "WO-100198", days.ago(9), "Issued", "Toilet cistern keeps filling")
                        .status("Cancelled", DemoSite.HOMES_CANCEL_STATUS, "Cancelled at your request"));
        book.site().put(book.visit(cancelled, days.weekdayIn(3, 11, 0)).status("Cancelled"));
        WorkOrder open =
                book.put(book.order("C-1005", "WO-100199", days.ago(9), "Issued", "Kitchen drawer runner broken"));
        book.site().put(book.visit(open, days.weekdayIn(5, 11, 0)).status("Cancelled"));
    }

    private static void ffion(DemoBook book, DemoDays days) {
        book.put(
                book.order("C+1007", "W+77%", days.ago(15), "Issued", "Renew the kitchen worktop and reseal the sink")
                        .task(Task.of("JOI0412", "Supply worktop 3 m, laminate")
                                .in("Kitchen")
                                .whenInvoiced()),
                days.weekdayIn(6, 8, 30));
    }

    private static void harriet(DemoBook book, DemoDays days) {
        WorkOrder missed = book.put(book.order(
                "Tŷ-1008 50%", "Gwaith/8", days.ago(16), "Issued", "Window in the front bedroom does not close"));
        book.site().put(book.visit(missed, days.in(-4, 9, 0)).status("No Access"));
        WorkOrder twice = book.put(book.order(
                "Tŷ-1008 50%", "Gwaith/9", days.ago(16), "Issued", "Smoke alarm in the hall beeps every minute"));
        book.site().put(book.visit(twice, days.in(-8, 14, 0)).status("Completed"));
        book.site().put(book.visit(twice, days.weekdayIn(8, 14, 0)));
    }

    private static void tom(DemoBook book, DemoDays days) {
        book.put(
                book.order(
                                "C-1009",
                                "WO-100260",
                                days.ago(1),
                                "Issued",
                                "Water coming through the ceiling light, made safe by the out of hours team")
                        .with("Priority", "Emergency"),
                days.earlierToday());
    }

    private static void george(DemoBook book, DemoDays days) {
        WorkOrder damp = book.put(book.order(
                "C-1011", "INS-0077", days.ago(5), "AwaitingPreInspection", "Black mould around the bathroom window"));
        book.site()
                .put(Appointment.inspectionFor(damp, days.weekdayIn(4, 10, 0)).slot("Morning, before 12"));
        book.site()
                .put(Appointment.inspection(DemoSite.HOMES, "C-1011", days.weekdayIn(9, 15, 0))
                        .slot("School run avoided"));
        book.site().put(Appointment.inspection(DemoSite.HOMES, "C-1011", days.laterToday()));
    }

    private static void sian(DemoBook book, DemoDays days) {
        book.put(
                book.order("C-1014", "WO-100270", days.ago(4), "Issued", "Back gate has dropped and scrapes the path"),
                days.nextMonday(9, 0));
        book.put(
                book.order("C-1014", "WO-100271", days.ago(4), "Issued", "Cooker switch is cracked"),
                days.in(2, 12, 0));
        book.put(
                book.order("C-1014", "WO-100272", days.ago(4), "Issued", "Fit a new bath seal"),
                days.weekdayIn(4, 16, 0));
        book.put(
                book.order("C-1014", "WO-100273", days.ago(4), "Issued", "Annual service of the gas boiler")
                        .with("ContractorName", "Sample Heating Services"),
                days.afterBankHoliday(9, 0));
    }

    private static void oliver(DemoBook book, DemoDays days) {
        WorkOrder roof = book.put(
                book.order(
                                "C-1015",
                                "2026-000815",
                                days.ago(25),
                                "Issued",
                                "Roof leak above the landing: scaffold, tiles, then plaster")
                        .task(Task.of("SCA0001", "Erect scaffold to the rear elevation"))
                        .task(Task.of("ROF0130", "Renew up to 20 tiles").in("Roof")),
                days.weekdayIn(3, 8, 0),
                days.weekdayIn(10, 8, 0));
        book.site().put(book.visit(roof, days.in(-10, 13, 0)).status("Completed"));
        book.site().put(book.visit(roof, days.in(-5, 8, 0)).status("Cancelled"));
    }

    private static void elin(DemoBook book, DemoDays days) {
        int number = 1;
        for (String master :
                List.of("Entered", "Open", "AwaitingAuthorisation", "AwaitingPreInspection", "Issued", "OnHold")) {
            String reference = "E-16/" + number;
            WorkOrder order = book.order(
                    "C-1016",
                    reference,
                    days.ago(number),
                    master,
                    "Repair no. " + number + " of the bathroom works: " + bathroom(number));
            if (number % 2 == 0) {
                book.put(order);
            } else {
                book.put(order, days.weekdayIn(4 + number, 9, 0));
            }
            number++;
        }
    }

    private static String bathroom(int number) {
        return List.of(
                        "basin cracked",
                        "tiles loose behind the bath",
                        "renew the shower screen",
                        "floor feels soft",
                        "light pull cord broken",
                        "box in the pipes")
                .get(number - 1);
    }

    private static void amelia(DemoBook book, DemoDays days) {
        book.put(
                book.order("C-1017", "OLD-0001", days.ago(5 * 365), "OnHold", "Redecorate the stairwell"),
                days.weekdayIn(12, 9, 0));
        book.put(book.order("C-1017", "OLD-0002", days.ago(400), "Complete", "Renew the meter cupboard door"));
        book.put(
                book.order("C-1017", "WO-097000", days.ago(90), "Issued", "Path slab rocks by the front step"),
                days.weekdayIn(6, 9, 0));
        book.put(book.order(
                "C-1017",
                "WO-100280",
                days.today().minusDays(1).atStartOfDay(),
                "Entered",
                "Letterbox spring broken, reported online at midnight"));
        WorkOrder notReturned = book.order("C-1017", "GONE-1", days.ago(800), "Issued", "Not held by Cx any more");
        book.site().put(book.visit(notReturned, days.weekdayIn(5, 13, 30)));
    }
}
