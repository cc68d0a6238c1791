package uk.co.tenantwise.cx.simulator;

/** The demo's customers whose data are as untidy as real ones can be. */
final class DemoOddities {

    private DemoOddities() {}

    static void fill(DemoBook book, DemoDays days) {
        gareth(book, days);
        bethan(book, days);
        jack(book, days);
        hidden(book, days);
    }

    private static void gareth(DemoBook book, DemoDays days) {
        book.put(
                book.order("C#1006", "WO-100310", days.ago(7), "Issued", "Garage door spring snapped, part on order")
                        .status("AwaitingMaterials", "MATS", "Waiting for parts"),
                days.weekdayIn(7, 12, 0));
        WorkOrder known = book.put(book.order("C#1006", "WO-100311", days.ago(7), "Issued", "Garage light flickers"));
        book.site().put(book.visit(known, days.weekdayIn(7, 15, 0)).status("Rescheduling requested"));
    }

    private static void bethan(DemoBook book, DemoDays days) {
        WorkOrder noStart = book.put(
                book.order("C-1010", "WO-100320", days.ago(5), "Issued", "Socket behind the sofa sparks when used"));
        book.site()
                .put(book.visit(noStart, days.weekdayIn(5, 9, 0))
                        .with("StartDateTime", "to be confirmed")
                        .until(null)
                        .slot("We will call"));
        WorkOrder noEnd = book.put(book.order("C-1010", "WO-100321", days.ago(5), "Issued", "Door bell does not ring"));
        book.site().put(book.visit(noEnd, days.weekdayIn(6, 9, 0)).until(null).slot("From 9am"));
        book.put(book.order("C-1010", "WO-100322", days.ago(5), "Entered", "Loft hatch will not stay shut")
                .with("CreatedDate", null));
    }

    private static void jack(DemoBook book, DemoDays days) {
        WorkOrder doubled = book.put(
                book.order("C-1013", "DUP-01", days.ago(3), "Issued", "Dripping overflow pipe at the back of the house")
                        .copies(2));
        book.site().put(book.visit(doubled, days.weekdayIn(7, 11, 0)).copies(2));
        book.put(book.order("C-1013", "NO-REFERENCE", days.ago(3), "Issued", "A row whose reference is missing")
                .with("WorkOrderReference", null));
        book.put(book.order("C-1013", "FOREIGN-01", days.ago(3), "Issued", "A row that belongs to somebody else")
                .with("ContactReference", "C-9999"));
    }

    private static void hidden(DemoBook book, DemoDays days) {
        book.put(
                book.order("C-1018", "LEG-0001", days.ago(10), "Issued", "Works under a legal case")
                        .inUnit(DemoSite.HIDDEN_UNIT),
                days.weekdayIn(7, 9, 0));
        book.put(
                book.order("C-1019", "WO-100330", days.ago(10), "Issued", "Hall radiator valve leaks"),
                days.weekdayIn(7, 10, 0));
        book.put(
                book.order("C-1019", "LEG-0002", days.ago(10), "Issued", "Works under a legal case")
                        .inUnit(DemoSite.HIDDEN_UNIT),
                days.weekdayIn(8, 10, 0));
    }
}
