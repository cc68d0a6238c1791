package uk.co.tenantwise.cx.domain.repair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {
    @Nested
    class OfRepair {
        @ParameterizedTest(name = "''{0}'' and ''{1}''")
        @CsvSource({
            "Issued, With contractor, ISSUED, Issued, With contractor",
            "' work in progress ', '', WORK_IN_PROGRESS, WorkInProgress, WorkInProgress",
            "OPEN, '  New  ', OPEN, Open, New",
            "OnHold, '   ', ON_HOLD, OnHold, OnHold",
            "' Awaiting Unicorn ', Waiting, UNKNOWN, Awaiting Unicorn, Waiting",
            "' Awaiting Unicorn ', '', UNKNOWN, Awaiting Unicorn, Awaiting Unicorn",
            "'', Waiting, UNKNOWN, '', Waiting",
            "'', '', UNKNOWN, '', ''",
        })
        void of_shouldKeepWhatIsShown_whenCxSends(
                String masterCode, String description, MasterStatus master, String code, String shown) {
            assertThat(RepairStatus.of(masterCode, description)).isEqualTo(new RepairStatus(master, code, shown));
        }
    }

    @Nested
    class OfAppointment {
        @ParameterizedTest(name = "''{0}'' is {1}")
        @CsvSource({
            "Booked, booked",
            "BOOKED, booked",
            "' booked ', booked",
            "Cancelled, cancelled",
            "' cANCELLED', cancelled",
            "Completed, neither",
            "Booked in error, neither",
            "Not Booked, neither",
            "Canceled, neither",
            "'', neither",
        })
        void status_shouldHaveAMeaning_onlyWhenBookedOrCancelled(String text, String meaning) {
            AppointmentStatus status = new AppointmentStatus(text);

            assertThat(status.isBooked()).isEqualTo(meaning.equals("booked"));
            assertThat(status.isCancelled()).isEqualTo(meaning.equals("cancelled"));
        }

        @Test
        void text_shouldBeStrippedAndOtherwiseKept_whenShown() {
            assertThat(new AppointmentStatus("  No access — 2nd\tvisit \n").text())
                    .isEqualTo("No access — 2nd\tvisit");
        }

        @Test
        void constants_shouldMeanWhatTheySay() {
            assertThat(AppointmentStatus.BOOKED.isBooked()).isTrue();
            assertThat(AppointmentStatus.CANCELLED.isCancelled()).isTrue();
        }
    }
}
