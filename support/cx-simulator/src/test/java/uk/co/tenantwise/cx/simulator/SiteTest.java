package uk.co.tenantwise.cx.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {

    private static final WorkOrder ORDER = WorkOrder.of("1", "C-1", "WO/1", LocalDateTime.of(2026, 11, 20, 9, 0));
    private static final Appointment BOOKED = Appointment.forOrder(ORDER, LocalDateTime.of(2026, 12, 9, 10, 0));

    private final Site site = new Site()
            .put(Company.of("1", "HOMES", "Homes").ownStatus("OnHold", "H", "Waiting"))
            .put(ORDER)
            .put(BOOKED);

    @Nested
    class Move {

        /** Each status with all that it may become; x-transitions-of-a-works-order of the contract. */
        @ParameterizedTest
        @CsvSource({
            "Entered, Issued OnHold AwaitingAuthorisation AwaitingPreInspection Cancelled",
            "Open, Entered Issued Cancelled",
            "AwaitingAuthorisation, Issued OnHold Cancelled",
            "AwaitingVariationAuthorisation, OnHold Varied Cancelled",
            "AwaitingPreInspection, OnHold Issued Cancelled",
            "Issued, OnHold WorkInProgress AwaitingVariationAuthorisation AwaitingPreInspection Varied Complete"
                    + " Cancelled",
            "WorkInProgress, OnHold AwaitingVariationAuthorisation AwaitingPreInspection Varied PartiallyComplete"
                    + " Complete Cancelled",
            "OnHold, Issued WorkInProgress Cancelled",
            "Varied, OnHold Issued Cancelled",
            "PartiallyComplete, OnHold Complete Cancelled",
            "Complete, FullyInvoiced",
            "Cancelled, ''",
            "FullyInvoiced, ''",
            "AwaitingMaterials, ''"
        })
        void move_shouldFollowTheTable_fromEachStatusToEach(String from, String permitted) {
            List<String> every = List.of(
                    "Entered",
                    "Open",
                    "AwaitingAuthorisation",
                    "AwaitingVariationAuthorisation",
                    "AwaitingPreInspection",
                    "Issued",
                    "WorkInProgress",
                    "OnHold",
                    "Varied",
                    "PartiallyComplete",
                    "Complete",
                    "Cancelled",
                    "FullyInvoiced",
                    "AwaitingMaterials");

            List<String> accepted = every.stream()
                    .filter(to -> {
                        site.put(ORDER.status(from));
                        return site.move("1", "WO/1", to);
                    })
                    .toList();

            assertThat(String.join(" ", accepted).split(" ", -1)).containsExactlyInAnyOrder(permitted.split(" ", -1));
        }

        @Test
        void move_shouldTakeTheCompanysOwnStatus_orTheMasterStatus() {
            assertThat(site.move("1", "WO/1", "OnHold")).isTrue();
            assertThat(row().text("RepairStatusCode")).contains("H");
            assertThat(row().text("RepairStatusDescription")).contains("Waiting");

            assertThat(site.move("1", "WO/1", "WorkInProgress")).isTrue();
            assertThat(row().text("RepairStatusCode")).contains("WorkInProgress");
        }

        @Test
        void move_shouldCancelBookedAppointments_whenItCancels() {
            assertThat(site.move("1", "WO/1", "Cancelled")).isTrue();

            assertThat(site.appointmentsOf("1", "WO/1"))
                    .extracting(Appointment::status)
                    .containsExactly("Cancelled");
        }

        @Test
        void move_shouldChangeNothing_whenRefusedOrUnknown() {
            assertThat(site.move("1", "WO/1", "FullyInvoiced")).isFalse();
            assertThat(site.workOrder("1", "WO/1")).contains(ORDER);
            assertThatThrownBy(() -> site.move("1", "WO/2", "OnHold")).isInstanceOf(NoSuchElementException.class);
        }

        private Row row() {
            return site.workOrder("1", "WO/1").orElseThrow().row();
        }
    }

    @Nested
    class Hold {

        @Test
        void site_shouldReplaceAndRemove_byCompanyAndReference() {
            site.put(ORDER.describedAs("new"))
                    .put(WorkOrder.of("2", "C-1", "WO/1", LocalDateTime.of(2026, 1, 1, 0, 0)));
            assertThat(site.workOrders()).hasSize(2);
            assertThat(site.workOrder("1", "WO/1").orElseThrow().row().text("Description"))
                    .contains("new");

            site.removeWorkOrder("1", "WO/1")
                    .removeAppointment("1", BOOKED.uid())
                    .removeCompany("1");

            assertThat(site.workOrder("1", "WO/1")).isEmpty();
            assertThat(site.appointments()).isEmpty();
            assertThat(site.companies()).isEmpty();
            assertThat(site.workOrder("2", "WO/1")).isPresent();
        }

        @Test
        void site_shouldChange_whatItHolds() {
            site.changeWorkOrder("1", "WO/1", order -> order.status("OnHold"));
            site.changeAppointment("1", BOOKED.uid(), visit -> visit.status("Completed"));

            assertThat(site.workOrder("1", "WO/1").orElseThrow().masterStatus()).isEqualTo("OnHold");
            assertThat(site.appointment("1", BOOKED.uid()).orElseThrow().status())
                    .isEqualTo("Completed");
            assertThatThrownBy(() -> site.changeUser("nobody", user -> user))
                    .isInstanceOf(NoSuchElementException.class);
        }

        @Test
        void values_shouldStayAsTheyWere_whenChangedCopiesAreMade() {
            ORDER.describedAs("new").task(Task.of("S", "T"));
            BOOKED.status("Completed");

            assertThat(ORDER.row().text("Description").orElseThrow()).doesNotContain("new");
            assertThat(ORDER.row().value("Tasks")).isEmpty();
            assertThat(BOOKED.isBooked()).isTrue();
        }

        @Test
        void values_shouldReject_whatMakesNoSense() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ORDER.copies(0))
                    .withMessageContaining("was 0");
            assertThatIllegalArgumentException().isThrownBy(() -> BOOKED.copies(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> LoginRules.USUAL.allowing(0));
            assertThatIllegalArgumentException().isThrownBy(() -> LoginRules.USUAL.lockingAfter(0));
            assertThatIllegalArgumentException().isThrownBy(() -> LoginRules.USUAL.tokensLiving(Duration.ZERO));
            assertThatIllegalArgumentException().isThrownBy(() -> site.putLoose(Endpoint.COMPANIES, "1", "C-1", null));
        }
    }
}
