package uk.co.tenantwise.cx.app;

import java.time.LocalDateTime;
import uk.co.tenantwise.cx.simulator.Appointment;
import uk.co.tenantwise.cx.simulator.Company;
import uk.co.tenantwise.cx.simulator.Contact;
import uk.co.tenantwise.cx.simulator.CxUser;
import uk.co.tenantwise.cx.simulator.LoginRules;
import uk.co.tenantwise.cx.simulator.Site;
import uk.co.tenantwise.cx.simulator.WorkOrder;

/** What Cx holds at the beginning of each test, seen from noon of 1 December 2026. */
final class SampleSite {
    static final String USER = "api.user";
    static final String CANCEL_STATUS = "CANX";
    static final String CANCEL_REASON = "TENANT";

    /** Has {@link #REPAIR} with {@link #VISIT}, {@link #OLD_REPAIR}, and {@link #INSPECTION}. */
    static final String CUSTOMER = "C-1001";

    static final String NEIGHBOUR = "C-2002";
    static final String REPAIR = "WO-1";
    static final String OLD_REPAIR = "WO-0";
    static final String NEIGHBOURS_REPAIR = "WO-9";
    static final String VISIT = "11111111-1111-1111-1111-111111111111";
    static final String INSPECTION = "22222222-2222-2222-2222-222222222222";
    static final String NEIGHBOURS_VISIT = "99999999-9999-9999-9999-999999999999";
    static final String NAME = "Alex Canary-Name";
    static final String ADDRESS = "1 Canary-Address Street";
    static final String DESCRIPTION = "A canary-description of a dripping tap";

    private SampleSite() {}

    static void fill(Site site) {
        site.loginRules(LoginRules.USUAL.allowing(100));
        site.put(CxUser.of(USER, Running.CX_PASSWORD));
        site.put(Company.of("1", "ACME", "Acme Homes")
                .cancelStatus(CANCEL_STATUS, "Cancelled by tenant")
                .cancelReason(CANCEL_REASON));
        site.put(Company.of("2", "BETA", "Beta Homes")
                .cancelStatus(CANCEL_STATUS, "Cancelled by tenant")
                .cancelReason(CANCEL_REASON));
        site.put(Contact.of("1", CUSTOMER, NAME).livingAt("ASSET-1", ADDRESS));
        site.put(Contact.of("1", NEIGHBOUR, "Nic Neighbour"));
        site.put(Contact.of("2", CUSTOMER, "Somebody Else"));

        WorkOrder repair = order(CUSTOMER, REPAIR, "2026-11-20T09:30");
        site.put(repair);
        site.put(Appointment.forOrder(repair, LocalDateTime.parse("2026-12-09T10:00"))
                .until(LocalDateTime.parse("2026-12-09T12:00"))
                .slot("AM")
                .withUid(VISIT));
        site.put(order(CUSTOMER, OLD_REPAIR, "2026-03-31T23:30"));
        site.put(Appointment.inspection("1", CUSTOMER, LocalDateTime.parse("2026-12-10T14:00"))
                .withUid(INSPECTION));
        WorkOrder neighbours = order(NEIGHBOUR, NEIGHBOURS_REPAIR, "2026-11-20T09:30");
        site.put(neighbours);
        site.put(Appointment.forOrder(neighbours, LocalDateTime.parse("2026-12-09T10:00"))
                .withUid(NEIGHBOURS_VISIT));
    }

    static WorkOrder order(String contact, String reference, String created) {
        return WorkOrder.of("1", contact, reference, LocalDateTime.parse(created))
                .status("Issued", "ISS", "Passed to the contractor")
                .describedAs(DESCRIPTION);
    }
}
