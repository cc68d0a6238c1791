package uk.co.tenantwise.cx.testkit;

import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.domain.settings.CompanyId;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.domain.settings.Secret;

/** Valid values to start from. Everything happens around Tuesday 1 December 2026; the visit is on Wednesday 9 December. */
public final class Builders {
    /** Tuesday 1 December 2026, noon. */
    public static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    /** The customer of most tests. */
    public static final ContactReference CONTACT = new ContactReference("C-1001");
    /** Somebody else. */
    public static final ContactReference OTHER_CONTACT = new ContactReference("C-2002");
    /** The company of most tests. */
    public static final Company COMPANY = new Company(new CompanyId("1"), "ACME", "Acme Homes");
    /** Another company of the same Cx. */
    public static final Company OTHER_COMPANY = new Company(new CompanyId("2"), "BETA", "Beta Homes");
    /** The way to a Cx that does not exist: the name cannot resolve. */
    public static final CxConnection CONNECTION =
            new CxConnection(ApiUrl.parse("https://cx.landlord.invalid"), "api.user", Secret.of("pass-word-1"));
    /** The way to the data of {@link #COMPANY}. */
    public static final CxAccess ACCESS = new CxAccess(CONNECTION, COMPANY.id());

    private Builders() {}

    /** WO-1001 of {@link #CONTACT}, issued, created on 20 November 2026, without visits. */
    public static RepairBuilder aRepair() {
        return new RepairBuilder();
    }

    /** APP-1 for WO-1001, booked for Wednesday 9 December 2026 from 10:00 to 12:00. */
    public static AppointmentBuilder anAppointment() {
        return new AppointmentBuilder();
    }

    /** APP-9, an inspection that belongs to no repair, booked like {@link #anAppointment()}. */
    public static AppointmentBuilder anInspection() {
        return new AppointmentBuilder().withId("APP-9").asInspectionOfNoRepair();
    }

    /** The details of {@link #CONTACT}. */
    public static CustomerDetails someDetails() {
        return new CustomerDetails(CONTACT, Optional.of("Alex Example"), Optional.of("1 Example Street, Exampleton"));
    }
}
