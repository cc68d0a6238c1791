package uk.co.tenantwise.cx.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSiteTest {

    private final HandClock clock = new HandClock();

    @Nested
    class Fill {

        /** A Friday, a Saturday, just after midnight, just before it, both clock changes, Christmas, a leap day. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-12-04T12:00:00Z",
                    "2026-12-05T09:00:00Z",
                    "2026-12-04T00:10:00Z",
                    "2026-12-04T23:20:00Z",
                    "2026-03-29T00:30:00Z",
                    "2026-10-25T00:30:00Z",
                    "2026-12-24T15:00:00Z",
                    "2028-02-29T10:00:00Z",
                    "2026-07-31T22:50:00Z"
                })
        void fill_shouldCoverEveryReason_onAnyDay(String now) {
            clock.set(now);
            Site site = site();
            LocalDateTime local = clock.instant().atZone(Writer.UK).toLocalDateTime();

            // APPOINTMENT_STARTED, NOTICE_TOO_SHORT and a visit that can still be cancelled.
            assertThat(starts(site, "C-1009")).singleElement().satisfies(start -> {
                assertThat(start).isBeforeOrEqualTo(local);
                assertThat(start.toLocalDate()).isEqualTo(local.toLocalDate());
            });
            assertThat(starts(site, "T/2024/17")).anySatisfy(start -> {
                assertThat(start).isAfter(local);
                assertThat(start.toLocalDate()).isEqualTo(local.toLocalDate());
            });
            assertThat(starts(site, "C-1001"))
                    .anyMatch(start ->
                            start.toLocalDate().equals(local.toLocalDate().plusDays(1)))
                    .anyMatch(start -> start.isAfter(local.plusDays(6)) && start.isBefore(local.plusDays(10)));
            // ALREADY_CANCELLED, REPAIR_CLOSED, WORK_STARTED, STATUS_UNKNOWN, INVOICED.
            assertThat(statuses(site, "C-1005")).contains("Cancelled", "Issued");
            assertThat(statuses(site, "C-1004")).containsExactlyInAnyOrder("Complete", "FullyInvoiced");
            assertThat(statuses(site, "00042 A"))
                    .containsExactlyInAnyOrder(
                            "WorkInProgress", "PartiallyComplete", "Varied", "AwaitingVariationAuthorisation");
            assertThat(statuses(site, "C#1006")).anyMatch(status -> !Transitions.TABLE.containsKey(status));
            assertThat(orders(site, "C+1007")).allMatch(WorkOrder::anyTaskInvoiced);
            // APPOINTMENT_NOT_BOOKED and DATA_INCOMPLETE.
            assertThat(visits(site, "Tŷ-1008 50%").map(Appointment::status))
                    .contains("No Access", "Completed", "Booked");
            assertThat(visits(site, "C-1010").map(visit -> visit.row().values().get("StartDateTime")))
                    .contains("to be confirmed");
            assertThat(orders(site, "C-1010"))
                    .anyMatch(order -> order.row().value("CreatedDate").isEmpty());
            // Every status that can be cancelled, inspections, nothing at all, an untidy answer.
            assertThat(statuses(site, "C-1016")).hasSize(6);
            assertThat(visits(site, "C-1011").map(visit -> visit.workOrder().isPresent()))
                    .contains(true, false);
            assertThat(orders(site, "C-1012")).isEmpty();
            assertThat(orders(site, "C-1013"))
                    .anyMatch(order -> order.copies() == 2)
                    .anyMatch(order -> order.row().value("WorkOrderReference").isEmpty())
                    .anyMatch(order -> order.row()
                            .text("ContactReference")
                            .filter("C-9999"::equals)
                            .isPresent());
        }

        @Test
        void fill_shouldUseEachGuidOnce_forOrdersAndAppointments() {
            Site site = site();
            Set<String> seen = new HashSet<>();

            assertThat(site.workOrders()).allMatch(order -> seen.add(order.uid().orElseThrow()));
            assertThat(site.appointments()).allMatch(appointment -> seen.add(appointment.uid()));
        }

        @Test
        void fill_shouldShareReferences_betweenTheCompanies() {
            Site site = site();

            assertThat(site.workOrder(DemoSite.HOMES, "WO-100234")).isPresent();
            assertThat(site.workOrder(DemoSite.LETTINGS, "WO-100234")).isPresent();
            assertThat(site.contact(DemoSite.LETTINGS, "C-1001")).isPresent();
        }

        @Test
        void fill_shouldNeverPlanPlannedVisits_onWeekends() {
            for (int day = 0; day < 14; day++) {
                Site site = site();
                assertThat(starts(site, "C-1015").filter(start -> start.isAfter(now())))
                        .isNotEmpty()
                        .noneMatch(start -> start.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue());
                clock.advance(Duration.ofDays(1));
            }
        }
    }

    @Nested
    class Customers {

        @Test
        void customers_shouldEachBeAContact_withATellingLine() {
            Site site = site();

            assertThat(DemoSite.customers()).hasSizeGreaterThanOrEqualTo(14).allSatisfy(customer -> {
                assertThat(site.contact(customer.company(), customer.contact())).isPresent();
                assertThat(customer.firstName()).isNotBlank();
                assertThat(customer.shows()).isNotBlank();
            });
            assertThat(site.contacts()).hasSameSizeAs(DemoSite.customers());
        }

        @Test
        void demoUser_shouldSeeAllCustomersButTheHiddenOne() throws Exception {
            try (CxSimulator simulator =
                            CxSimulator.builder().clock(clock).demo().start();
                    Caller caller = new Caller(simulator).loggedIn(DemoSite.USER, DemoSite.PASSWORD)) {
                for (DemoCustomer customer : DemoSite.customers()) {
                    String path =
                            "/api/companies/" + customer.company() + "/contacts/" + Caller.encoded(customer.contact());
                    int expected = customer.firstName().equals("Dylan") ? 404 : 200;
                    assertThat(caller.get(path).statusCode()).as(path).isEqualTo(expected);
                    assertThat(caller.get(path + "/work-orders").statusCode()).isEqualTo(expected);
                    assertThat(caller.get(path + "/appointments").statusCode()).isEqualTo(expected);
                }
                JsonNode orders = Caller.json(caller.get("/api/companies/1/contacts/C-1019/work-orders"));
                assertThat(orders).hasSize(1);
                assertThat(Caller.json(caller.get("/simulator/customers")))
                        .hasSize(DemoSite.customers().size());
            }
        }

        @Test
        void demoOrders_shouldBeCancellable_withTheCodesOfTheirCompany() throws Exception {
            try (CxSimulator simulator =
                            CxSimulator.builder().clock(clock).demo().start();
                    Caller caller = new Caller(simulator).loggedIn(DemoSite.USER, DemoSite.PASSWORD)) {
                String homes = Caller.cancelBody(
                        SimulatorTest.UID_NOT_KNOWN, DemoSite.HOMES_CANCEL_STATUS, DemoSite.HOMES_CANCEL_REASON);
                String lettings = Caller.cancelBody(
                        SimulatorTest.UID_NOT_KNOWN, DemoSite.LETTINGS_CANCEL_STATUS, DemoSite.LETTINGS_CANCEL_REASON);

                SimulatorTest.assertRefused(caller.cancelOrder("1", "WO-100234", lettings), 200, "INVALID_STATUS_CODE");
                SimulatorTest.assertSuccess(caller.cancelOrder("1", "WO-100234", homes));
                SimulatorTest.assertRefused(caller.cancelOrder("1", "W+77%", homes), 200, "TASK_INVOICED");
                SimulatorTest.assertSuccess(caller.cancelOrder("2", "WO-100234", lettings));
            }
        }
    }

    @Nested
    class AfterBankHoliday {

        /** Published bank holidays of England and Wales: 25 and 28 December 2026, 1 January 2027, 3 and 4 January 2022. */
        @ParameterizedTest
        @CsvSource({
            "2026-12-04, 2026-12-29",
            "2026-12-24, 2026-12-29",
            "2026-12-27, 2027-01-04",
            "2026-12-29, 2027-01-04",
            "2026-04-20, 2026-05-05",
            "2026-05-04, 2026-05-26",
            "2026-06-01, 2026-12-29",
            "2027-12-01, 2027-12-29",
            "2021-12-29, 2022-01-04",
            "2022-12-01, 2022-12-28"
        })
        void visit_shouldBeOnTheFirstWorkingDayAfter(String today, String visit) {
            LocalDateTime now = LocalDateTime.parse(today + "T12:00");

            assertThat(new DemoDays(now).afterBankHoliday(9, 0)).isEqualTo(LocalDateTime.parse(visit + "T09:00"));
        }
    }

    private Site site() {
        Site site = new Site();
        DemoSite.fill(site, clock);
        return site;
    }

    private LocalDateTime now() {
        return clock.instant().atZone(Writer.UK).toLocalDateTime();
    }

    private static List<WorkOrder> orders(Site site, String contact) {
        return site.workOrders().stream()
                .filter(order -> order.company().equals(DemoSite.HOMES)
                        && order.contact().equals(contact))
                .toList();
    }

    private static List<String> statuses(Site site, String contact) {
        return orders(site, contact).stream().map(WorkOrder::masterStatus).toList();
    }

    private static Stream<Appointment> visits(Site site, String contact) {
        Predicate<Appointment> ofContact = visit ->
                visit.company().equals(DemoSite.HOMES) && visit.contact().equals(contact);
        return site.appointments().stream().filter(ofContact);
    }

    private static Stream<LocalDateTime> starts(Site site, String contact) {
        return visits(site, contact)
                .map(visit -> visit.row().values().get("StartDateTime"))
                .filter(LocalDateTime.class::isInstance)
                .map(LocalDateTime.class::cast);
    }
}
