package uk.co.tenantwise.cx.app.demo;

import java.util.List;
import uk.co.tenantwise.cx.app.pages.DemoCustomers;
import uk.co.tenantwise.cx.app.pages.view.Choice;

/** What one has to know of the simulator's demo data. The simulator stands for another company's system: no code is shared. */
final class DemoCx {
    static final String USER = "tenantwise";
    static final String PASSWORD = "demo-password-1";
    static final String COMPANY = "1";
    static final String CANCEL_STATUS = "CANX";
    static final String CANCEL_REASON = "TENANT";
    static final String MEGAN = "C-1001";
    static final String RHYS = "T/2024/17";
    static final String RHYS_IN_A_PATH = "T%2F2024%2F17";

    /** The customers of that company, by their first names. */
    static final DemoCustomers CUSTOMERS = new DemoCustomers(List.of(
            new Choice("C-1001", "Megan (C-1001)"),
            new Choice("T/2024/17", "Rhys (T/2024/17)"),
            new Choice("00042 A", "Carys (00042 A)"),
            new Choice("C-1004", "Owen (C-1004)"),
            new Choice("C-1005", "Alice (C-1005)"),
            new Choice("C#1006", "Gareth (C#1006)"),
            new Choice("C+1007", "Ffion (C+1007)"),
            new Choice("Tŷ-1008 50%", "Harriet (Tŷ-1008 50%)"),
            new Choice("C-1009", "Tom (C-1009)"),
            new Choice("C-1010", "Bethan (C-1010)"),
            new Choice("C-1011", "George (C-1011)"),
            new Choice("C-1012", "Nia (C-1012)"),
            new Choice("C-1013", "Jack (C-1013)"),
            new Choice("C-1014", "Siân (C-1014)"),
            new Choice("C-1015", "Oliver (C-1015)"),
            new Choice("C-1016", "Elin (C-1016)"),
            new Choice("C-1017", "Amelia (C-1017)"),
            new Choice("C-1018", "Dylan (C-1018)"),
            new Choice("C-1019", "Grace (C-1019)")));

    private DemoCx() {}
}
