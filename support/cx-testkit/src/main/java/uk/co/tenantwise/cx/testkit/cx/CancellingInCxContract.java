package uk.co.tenantwise.cx.testkit.cx;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.NOW;
import static uk.co.tenantwise.cx.testkit.Builders.OTHER_COMPANY;
import static uk.co.tenantwise.cx.testkit.Builders.aRepair;
import static uk.co.tenantwise.cx.testkit.Builders.anAppointment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.AppointmentStatus;
import uk.co.tenantwise.cx.domain.repair.MasterStatus;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.ports.driven.CxReply;
import uk.co.tenantwise.cx.ports.driven.ForCancellingInCx;
import uk.co.tenantwise.cx.ports.driven.RepairCancellation;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** What every implementation of {@link ForCancellingInCx} does. */
public abstract class CancellingInCxContract extends CxPortContract {
    private static final RepairReference REPAIR = new RepairReference("WO-1001");
    private static final AppointmentId VISIT = new AppointmentId("APP-1");

    /** For the implementations. */
    protected CancellingInCxContract() {}

    /** The port under test, leading to {@link #cx}. */
    protected abstract ForCancellingInCx port();

    private static RepairCancellation cancellationOf(Repair repair, String note) {
        return new RepairCancellation(repair.reference(), repair.uid(), "CANC", "TENANT", NOW, note);
    }

    private CxReply cancel(Repair repair) {
        return port().cancelRepair(access(), cancellationOf(repair, "Fixed it myself"));
    }

    private MasterStatus statusOf(RepairReference reference) {
        return cx.repair(access(), reference).orElseThrow().status().master();
    }

    private List<AppointmentStatus> visitStatuses() {
        return cx.appointmentsOf(access(), CONTACT).rows().stream()
                .map(Appointment::status)
                .toList();
    }

    /** Cancelling a repair. */
    @Nested
    class CancelRepair {
        @Test
        void cancelRepair_shouldCancelItWithItsBookedVisits_whenCxAccepts() {
            Repair repair = aRepair()
                    .with(anAppointment())
                    .with(anAppointment().withId("APP-2").inStatus("No Access"))
                    .build();
            cx.with(CONTACT, repair);

            assertThat(cancel(repair)).isEqualTo(new CxReply.Accepted());
            assertThat(statusOf(REPAIR)).isEqualTo(MasterStatus.CANCELLED);
            assertThat(visitStatuses())
                    .containsExactly(AppointmentStatus.CANCELLED, new AppointmentStatus("No Access"));
        }

        @Test
        void cancelRepair_shouldSendEverything_whenAllIsKnown() {
            cx.with(CONTACT, aRepair().build());
            RepairCancellation full = cancellationOf(aRepair().build(), "Line one, \"quoted\" é");

            port().cancelRepair(access(), full);

            assertThat(cx.sentRepairCancellations()).containsExactly(full);
        }

        @Test
        void cancelRepair_shouldSendWhatThereIs_whenUidAndNoteAreMissing() {
            Repair repair = aRepair().withoutUid().build();
            cx.with(CONTACT, repair);

            port().cancelRepair(access(), cancellationOf(repair, ""));

            assertThat(cx.sentRepairCancellations()).containsExactly(cancellationOf(repair, ""));
        }

        @Test
        void cancelRepair_shouldReachIt_whenItsReferenceIsOdd() {
            for (String odd : ODD_REFERENCES) {
                Repair repair = aRepair().withReference(odd).build();
                cx.with(CONTACT, repair);

                assertThat(cancel(repair)).as(odd).isEqualTo(new CxReply.Accepted());
            }
        }

        @Test
        void cancelRepair_shouldBeDeclinedWithReason_whenInvoiced() {
            Repair invoiced = aRepair().invoiced().build();
            cx.with(CONTACT, invoiced);

            assertThat(cancel(invoiced))
                    .isEqualTo(new CxReply.Declined("INVOICED", "A task of this order is invoiced"));
            assertThat(statusOf(REPAIR)).isEqualTo(MasterStatus.ISSUED);
        }

        @Test
        void cancelRepair_shouldBeDeclined_whenDoneTwice() {
            Repair repair = aRepair().build();
            cx.with(CONTACT, repair);
            cancel(repair);

            assertThat(cancel(repair)).isInstanceOf(CxReply.Declined.class);
        }

        @Test
        void cancelRepair_shouldThrowNotFound_whenOnlyAnotherCompanyHasIt() {
            cx.with(OTHER_COMPANY).with(OTHER_COMPANY.id(), CONTACT, aRepair().build());

            assertThat(fault(() -> cancel(aRepair().build()))).isInstanceOf(CxFault.NotFound.class);
        }

        @Test
        void cancelRepair_shouldThrowAndSendOnce_whenTheAnswerIsLost() {
            Repair repair = aRepair().build();
            cx.with(CONTACT, repair);
            cx.loseAnswer(CxCall.CANCEL_REPAIR, new CxFault.Unreachable("scripted"));

            assertThat(fault(() -> cancel(repair))).isInstanceOf(CxFault.Unreachable.class);
            assertThat(statusOf(REPAIR)).isEqualTo(MasterStatus.CANCELLED);
            assertThat(cx.calls(CxCall.CANCEL_REPAIR)).isEqualTo(1);
        }

        @TestFactory
        Stream<DynamicTest> cancelRepair_shouldThrow_whenCxFails() {
            cx.with(CONTACT, aRepair().build());
            return faults(CxCall.CANCEL_REPAIR, () -> cancel(aRepair().build()));
        }

        @Test
        void cancelRepair_shouldSendOnce_whenCxIsUnavailable() {
            cx.with(CONTACT, aRepair().build());
            cx.fail(CxCall.CANCEL_REPAIR, new CxFault.Unavailable("scripted", Optional.empty()));

            fault(() -> cancel(aRepair().build()));

            assertThat(cx.calls(CxCall.CANCEL_REPAIR)).isEqualTo(1);
        }
    }

    /** Cancelling an appointment. */
    @Nested
    class CancelAppointment {
        @Test
        void cancelAppointment_shouldLeaveTheRepairOpen_whenCxAccepts() {
            cx.with(CONTACT, aRepair().with(anAppointment()).build());

            assertThat(port().cancelAppointment(access(), VISIT, "Away")).isEqualTo(new CxReply.Accepted());
            assertThat(visitStatuses()).containsExactly(AppointmentStatus.CANCELLED);
            assertThat(statusOf(REPAIR)).isEqualTo(MasterStatus.ISSUED);
            assertThat(cx.sentAppointmentCancellations())
                    .containsExactly(new InMemoryCx.SentAppointment(VISIT, "Away"));
        }

        @Test
        void cancelAppointment_shouldReachIt_whenItsIdentityIsOdd() {
            for (String odd : ODD_REFERENCES) {
                cx.with(CONTACT, anAppointment().withId(odd).build());

                assertThat(port().cancelAppointment(access(), new AppointmentId(odd), ""))
                        .as(odd)
                        .isEqualTo(new CxReply.Accepted());
            }
        }

        @Test
        void cancelAppointment_shouldBeDeclined_whenNotBooked() {
            cx.with(CONTACT, anAppointment().inStatus("Completed").build());

            assertThat(port().cancelAppointment(access(), VISIT, ""))
                    .isEqualTo(new CxReply.Declined("NOT_BOOKED", "Only a booked appointment can be cancelled"));
        }

        @Test
        void cancelAppointment_shouldThrowNotFound_whenUnknown() {
            cx.with(CONTACT);

            AppointmentId unknown = new AppointmentId(new UUID(1, 2).toString());
            assertThat(fault(() -> port().cancelAppointment(access(), unknown, "")))
                    .isInstanceOf(CxFault.NotFound.class);
        }

        @Test
        void cancelAppointment_shouldThrowAndSendOnce_whenTheAnswerIsLost() {
            cx.with(CONTACT, anAppointment().build());
            cx.loseAnswer(CxCall.CANCEL_APPOINTMENT, new CxFault.Unreachable("scripted"));

            assertThat(fault(() -> port().cancelAppointment(access(), VISIT, "")))
                    .isInstanceOf(CxFault.Unreachable.class);
            assertThat(visitStatuses()).containsExactly(AppointmentStatus.CANCELLED);
            assertThat(cx.calls(CxCall.CANCEL_APPOINTMENT)).isEqualTo(1);
        }

        @TestFactory
        Stream<DynamicTest> cancelAppointment_shouldThrow_whenCxFails() {
            cx.with(CONTACT, anAppointment().build());
            return faults(CxCall.CANCEL_APPOINTMENT, () -> port().cancelAppointment(access(), VISIT, ""));
        }
    }
}
