package uk.co.tenantwise.cx.simulator;

import java.time.InstantSource;
import java.util.List;

/**
 * The demo: two invented landlords in one Cx, with customers whose repairs and visits move with today's date, so that
 * every reason for and against cancelling can be seen on any day.
 */
public final class DemoSite {

    /** The user name for the API. */
    public static final String USER = "tenantwise";

    /** The password of {@link #USER}. It protects nothing but invented data on this machine. */
    public static final String PASSWORD = "demo-password-1";

    /** The company of most customers, with the code HOMES. */
    public static final String HOMES = "1";

    /** The other company, with the code LETTINGS. */
    public static final String LETTINGS = "2";

    /** The cancel status that {@link #HOMES} accepts. */
    public static final String HOMES_CANCEL_STATUS = "CANX";

    /** The reason for cancelling that {@link #HOMES} accepts. */
    public static final String HOMES_CANCEL_REASON = "TENANT";

    /** The cancel status that {@link #LETTINGS} accepts. */
    public static final String LETTINGS_CANCEL_STATUS = "C-TEN";

    /** The reason for cancelling that {@link #LETTINGS} accepts. */
    public static final String LETTINGS_CANCEL_REASON = "T01";

    static final String HIDDEN_UNIT = "LEGAL";

    private static final int LOGINS = 100;

    private static final List<DemoCustomer> CUSTOMERS = List.of(
            homes(
                    "C-1001",
                    "Megan",
                    "visits next week and tomorrow that can be cancelled, and a repair without a visit"),
            homes("T/2024/17", "Rhys", "a visit later today: too late by default; another one tomorrow"),
            homes("00042 A", "Carys", "work that has started, in each of its four statuses"),
            homes("C-1004", "Owen", "repairs that are complete or paid"),
            homes(
                    "C-1005",
                    "Alice",
                    "a repair that is cancelled, and a visit that is cancelled while its repair is open"),
            homes("C#1006", "Gareth", "statuses that nobody knows, of a repair and of a visit"),
            homes("C+1007", "Ffion", "a repair with an invoiced task: it cannot be cancelled"),
            homes("Tŷ-1008 50%", "Harriet", "visits that were completed or found nobody in"),
            homes("C-1009", "Tom", "a visit whose start has passed today"),
            homes("C-1010", "Bethan", "incomplete data: no readable start, no end, no creation date"),
            homes("C-1011", "George", "inspections, with and without a repair"),
            homes("C-1012", "Nia", "no repairs at all"),
            homes("C-1013", "Jack", "an untidy answer: a row without reference, a foreign row, doubled rows"),
            homes("C-1014", "Siân", "visits on which days of notice, working days and a bank holiday matter"),
            homes("C-1015", "Oliver", "one repair with several visits: the earliest booked one counts"),
            homes("C-1016", "Elin", "a repair in each status that can be cancelled"),
            homes(
                    "C-1017",
                    "Amelia",
                    "old and new repairs for the repairs start date, and a visit of a repair that Cx does not return"),
            homes("C-1018", "Dylan", "hidden from the API user by its functional units: looks unknown"),
            homes("C-1019", "Grace", "one repair that is visible and one that is hidden by its functional unit"),
            new DemoCustomer(
                    LETTINGS, "C-1001", "Poppy", "the same contact and order references as Megan, but another person"),
            new DemoCustomer(LETTINGS, "L 2002/B", "Idris", "the other company with its own cancel codes"));

    private DemoSite() {}

    private static DemoCustomer homes(String contact, String firstName, String shows) {
        return new DemoCustomer(HOMES, contact, firstName, shows);
    }

    /** The customers and what each one shows. */
    public static List<DemoCustomer> customers() {
        return CUSTOMERS;
    }

    /** Fills an empty site, with dates counted from today's date in the UK. */
    public static void fill(Site site, InstantSource clock) {
        site.loginRules(LoginRules.USUAL.allowing(LOGINS));
        site.put(CxUser.of(USER, PASSWORD));
        site.put(homesCompany()).put(lettingsCompany());
        int house = 1;
        for (DemoCustomer customer : CUSTOMERS) {
            Contact contact = Contact.of(customer.company(), customer.contact(), customer.firstName() + " Specimen")
                    .livingAt("ASSET-%04d".formatted(house), house + " Imaginary Close, Exampleton, EX4 0MP");
            site.put(customer.firstName().equals("Dylan") ? contact.inUnit(HIDDEN_UNIT) : contact);
            house++;
        }
        DemoBook book = new DemoBook(site);
        DemoDays days = DemoDays.at(clock.instant());
        DemoRepairs.fill(book, days);
        DemoLettings.fill(book, days);
        DemoOddities.fill(book, days);
    }

    private static Company homesCompany() {
        return Company.of(HOMES, "HOMES", "Exampleton Homes")
                .cancelStatus(HOMES_CANCEL_STATUS, "Cancelled at your request")
                .cancelStatus("CANL", "Cancelled by us")
                .cancelReason(HOMES_CANCEL_REASON)
                .cancelReason("DUPLICATE")
                .ownStatus("Entered", "RPT", "Reported")
                .ownStatus("Open", "OPN", "Open")
                .ownStatus("AwaitingAuthorisation", "AUTH", "Waiting for approval")
                .ownStatus("AwaitingVariationAuthorisation", "VARA", "Extra work is waiting for approval")
                .ownStatus("AwaitingPreInspection", "INSP", "We need to inspect first")
                .ownStatus("Issued", "ISS", "Passed to the contractor")
                .ownStatus("WorkInProgress", "WIP", "Work has started")
                .ownStatus("OnHold", "HOLD", "On hold")
                .ownStatus("Varied", "VAR", "The work has been changed")
                .ownStatus("PartiallyComplete", "PART", "Partly finished")
                .ownStatus("Complete", "COMP", "Finished")
                .ownStatus("FullyInvoiced", "INV", "Finished and paid")
                .ownStatus("Cancelled", "CANL", "Cancelled by us");
    }

    private static Company lettingsCompany() {
        return Company.of(LETTINGS, "LETTINGS", "Exampleton Lettings")
                .cancelStatus(LETTINGS_CANCEL_STATUS, "Tenant cancelled")
                .cancelReason(LETTINGS_CANCEL_REASON)
                .ownStatus("Entered", "01", "Logged")
                .ownStatus("Issued", "20", "With contractor")
                .ownStatus("WorkInProgress", "30", "In progress")
                .ownStatus("Complete", "80", "Done")
                .ownStatus("Cancelled", "99", "Cancelled by Exampleton Lettings");
    }
}
