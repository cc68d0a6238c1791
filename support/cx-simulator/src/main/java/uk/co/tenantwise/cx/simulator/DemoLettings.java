package uk.co.tenantwise.cx.simulator;

/** The demo's customers of the second company, one of whom shares her references with a customer of the first. */
final class DemoLettings {

    private DemoLettings() {}

    static void fill(DemoBook book, DemoDays days) {
        book.put(
                book.order(DemoSite.LETTINGS, "C-1001", "WO-100234", days.ago(2), "Issued", "Intercom handset is dead"),
                days.weekdayIn(3, 14, 0));
        book.put(
                book.order(
                        DemoSite.LETTINGS,
                        "L 2002/B",
                        "LET/0001",
                        days.ago(8),
                        "Issued",
                        "Washing machine supplied with the flat does not drain"),
                days.weekdayIn(8, 10, 0));
        book.put(book.order(
                DemoSite.LETTINGS, "L 2002/B", "LET/0002", days.ago(8), "WorkInProgress", "Balcony door handle loose"));
    }
}
