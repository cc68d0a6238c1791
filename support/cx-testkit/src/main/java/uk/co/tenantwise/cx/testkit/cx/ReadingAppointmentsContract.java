package uk.co.tenantwise.cx.testkit.cx;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.OTHER_COMPANY;
import static uk.co.tenantwise.cx.testkit.Builders.OTHER_CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.anAppointment;
import static uk.co.tenantwise.cx.testkit.Builders.anInspection;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.AppointmentStatus;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.ports.driven.ForReadingAppointments;
import uk.co.tenantwise.cx.ports.driven.Rows;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** What every implementation of {@link ForReadingAppointments} does. */
public abstract class ReadingAppointmentsContract extends CxPortContract {
    /** For the implementations. */
    protected ReadingAppointmentsContract() {}

    /** The port under test, leading to {@link #cx}. */
    protected abstract ForReadingAppointments port();

    private Rows<Appointment> appointmentsOf(ContactReference contact) {
        return port().appointmentsOf(access(), contact);
    }

    @Test
    void appointmentsOf_shouldReturnEveryPart_whenCxHasIt() {
        Appointment full = anAppointment().build();
        Appointment bare = anAppointment()
                .withId("APP-2")
                .withoutStart()
                .withoutOptionalParts()
                .inStatus("No Access")
                .build();
        Appointment inspection = anInspection().build();
        Appointment inspectionOfRepair =
                anAppointment().withId("APP-4").asInspection().build();
        cx.with(CONTACT, full).with(CONTACT, bare).with(CONTACT, inspection).with(CONTACT, inspectionOfRepair);

        assertThat(appointmentsOf(CONTACT))
                .isEqualTo(new Rows<>(List.of(full, bare, inspection, inspectionOfRepair), 0));
    }

    @Test
    void appointmentsOf_shouldKeepInstants_whenClocksChange() {
        Appointment winter = anAppointment().startingAt("2026-10-25T03:30").build();
        Appointment summer =
                anAppointment().withId("APP-2").startingAt("2026-07-01T09:00").build();
        cx.with(CONTACT, winter).with(CONTACT, summer);

        assertThat(appointmentsOf(CONTACT).rows()).containsExactly(winter, summer);
    }

    @Test
    void appointmentsOf_shouldKeepDuplicates_whenCxRepeatsARow() {
        Appointment first = anAppointment().build();
        Appointment again =
                anAppointment().inStatus(AppointmentStatus.CANCELLED).build();
        cx.with(CONTACT, first).with(CONTACT, again);

        assertThat(appointmentsOf(CONTACT).rows()).containsExactly(first, again);
    }

    @Test
    void appointmentsOf_shouldBeEmpty_whenContactIsKnownButHasNone() {
        cx.with(CONTACT);

        assertThat(appointmentsOf(CONTACT)).isEqualTo(new Rows<>(List.of(), 0));
    }

    @Test
    void appointmentsOf_shouldThrowNotFound_whenContactIsUnknown() {
        cx.with(OTHER_CONTACT, anAppointment().build());

        assertThat(fault(() -> appointmentsOf(CONTACT))).isInstanceOf(CxFault.NotFound.class);
    }

    @Test
    void appointmentsOf_shouldKeepCompaniesApart_whenBothKnowTheContact() {
        cx.with(OTHER_COMPANY)
                .with(CONTACT)
                .with(OTHER_COMPANY.id(), CONTACT, anAppointment().build());

        assertThat(appointmentsOf(CONTACT).rows()).isEmpty();
    }

    @Test
    void appointmentsOf_shouldReachTheContact_whenReferencesAreOdd() {
        for (String odd : ODD_REFERENCES) {
            ContactReference contact = new ContactReference(odd);
            Appointment visit = anAppointment().withId(odd).of(odd).build();
            cx.with(contact, visit);

            assertThat(appointmentsOf(contact).rows()).as(odd).containsExactly(visit);
        }
    }

    @Test
    void appointmentsOf_shouldNotChangeWhatItReturned_whenCxChanges() {
        cx.with(CONTACT, anAppointment().build());
        Rows<Appointment> before = appointmentsOf(CONTACT);

        cx.change(anAppointment().build().id(), AppointmentStatus.CANCELLED);

        assertThat(before.rows()).containsExactly(anAppointment().build());
    }

    @TestFactory
    Stream<DynamicTest> appointmentsOf_shouldThrow_whenCxFails() {
        cx.with(CONTACT, anAppointment().build());
        return faults(CxCall.APPOINTMENTS, () -> appointmentsOf(CONTACT));
    }
}
