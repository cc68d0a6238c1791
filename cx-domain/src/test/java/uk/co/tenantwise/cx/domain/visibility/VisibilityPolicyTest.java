package uk.co.tenantwise.cx.domain.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.domain.sample.RepairSample.aRepair;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.aVisit;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.anInspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.Repair;

class VisibilityPolicyTest {
    private static final VisibilityPolicy FROM_DECEMBER = from("2026-12-01");

    @Nested
    class Shows {
        @ParameterizedTest(name = "created {0}, start date {1}: {2}")
        @CsvSource({
            "2026-11-30, 2026-12-01, hidden",
            "2026-12-01, 2026-12-01, shown",
            "2026-12-02, 2026-12-01, shown",
            "2025-12-31, 2026-01-01, hidden",
            "2026-01-01, 2026-01-01, shown",
            "2028-02-28, 2028-02-29, hidden",
            "2028-02-29, 2028-02-29, shown",
            "2027-01-01, 2030-01-01, hidden",
            "1970-01-01, , shown",
            ", , shown",
            ", 1970-01-01, hidden",
        })
        void shows_shouldCompareTheCreationDate_whenTheStartDateIs(String created, String startDate, String verdict) {
            Repair repair = created == null
                    ? aRepair().withoutCreationDate().build()
                    : aRepair().createdOn(created).build();
            VisibilityPolicy policy = startDate == null ? VisibilityPolicy.DEFAULT : from(startDate);

            assertThat(policy.shows(repair)).isEqualTo(verdict.equals("shown"));
            assertThat(policy.limit(List.of(repair), List.of()).repairs())
                    .isEqualTo(verdict.equals("shown") ? List.of(repair) : List.of());
        }
    }

    @Nested
    class LimitVisits {
        /** Whatever the visit's own date: it lies on 9 December throughout, long after the start date. */
        @ParameterizedTest(name = "a visit of {0}, {1}: {2}")
        @CsvSource({
            "a visible repair, start date, with its repair",
            "a hidden repair, start date, nowhere",
            "an undated repair, start date, nowhere",
            "a repair not returned, start date, nowhere",
            "no repair, start date, on its own",
            "a visible repair, no start date, with its repair",
            "a hidden repair, no start date, with its repair",
            "an undated repair, no start date, with its repair",
            "a repair not returned, no start date, on its own",
            "no repair, no start date, on its own",
        })
        void limit_shouldPutAVisit_whereItsRepairIs(String whose, String limit, String place) {
            Appointment visit = switch (whose) {
                case "a visible repair" -> aVisit().of("NEW").build();
                case "a hidden repair" -> aVisit().of("OLD").build();
                case "an undated repair" -> aVisit().of("UNDATED").build();
                case "a repair not returned" -> aVisit().of("ELSEWHERE").build();
                case "no repair" -> anInspection().build();
                default -> throw new IllegalArgumentException(whose);
            };
            List<Repair> repairs = List.of(
                    aRepair().called("NEW").createdOn("2026-12-01").build(),
                    aRepair().called("OLD").createdOn("2026-11-30").build(),
                    aRepair().called("UNDATED").withoutCreationDate().build());
            VisibilityPolicy policy = limit.equals("start date") ? FROM_DECEMBER : VisibilityPolicy.DEFAULT;

            VisibleRepairs visible = policy.limit(repairs, List.of(visit));

            List<Appointment> withRepairs = visible.repairs().stream()
                    .flatMap(repair -> repair.appointments().stream())
                    .toList();
            assertThat(withRepairs).isEqualTo(place.equals("with its repair") ? List.of(visit) : List.of());
            assertThat(visible.appointments()).isEqualTo(place.equals("on its own") ? List.of(visit) : List.of());
        }

        @Test
        void limit_shouldReplaceTheVisitsOfARepair_whenItBringsSomeOfItsOwn() {
            Repair brought = aRepair().with(aVisit().called("OLD").build());

            VisibleRepairs visible = FROM_DECEMBER.limit(List.of(brought), List.of(aVisit().build()));

            assertThat(visible.repairs()).containsExactly(aRepair().with(aVisit().build()));
        }
    }

    @Nested
    class LimitOrder {
        @Test
        void limit_shouldSortRepairsNewestFirst_thenByReference_undatedLast() {
            List<Repair> repairs = List.of(
                    aRepair().called("U-2").withoutCreationDate().build(),
                    aRepair().called("B").createdOn("2026-12-02").build(),
                    aRepair().called("C").createdOn("2026-12-03").build(),
                    aRepair().called("U-1").withoutCreationDate().build(),
                    aRepair().called("A").createdOn("2026-12-02").build());

            assertThat(VisibilityPolicy.DEFAULT.limit(repairs, List.of()).repairs())
                    .extracting(repair -> repair.reference().value())
                    .containsExactly("C", "A", "B", "U-1", "U-2");
        }

        @Test
        void limit_shouldSortVisitsSoonestFirst_thenById_undatedLast() {
            List<Appointment> visits = List.of(
                    aVisit().called("U-2").withoutStart().build(),
                    aVisit().called("B").at("2026-12-09T10:00Z").build(),
                    aVisit().called("C").at("2026-12-08T10:00Z").build(),
                    aVisit().called("U-1").withoutStart().build(),
                    aVisit().called("A").at("2026-12-09T10:00Z").build());
            List<Appointment> inspections = List.of(
                    anInspection().called("Z").at("2026-12-09T10:00Z").build(),
                    anInspection().called("Y").at("2026-12-08T10:00Z").build());

            assertThat(VisibilityPolicy.DEFAULT
                            .limit(List.of(aRepair().build()), visits)
                            .repairs()
                            .getFirst()
                            .appointments())
                    .extracting(visit -> visit.id().value())
                    .containsExactly("C", "A", "B", "U-1", "U-2");
            assertThat(VisibilityPolicy.DEFAULT.limit(List.of(), inspections).appointments())
                    .extracting(visit -> visit.id().value())
                    .containsExactly("Y", "Z");
        }
    }

    @Nested
    class LimitDuplicates {
        @Test
        void limit_shouldTakeTheLastRow_whenIdentitiesRepeat() {
            List<Repair> repairs = List.of(
                    aRepair().describedAs("first").build(),
                    aRepair().called("R-2").build(),
                    aRepair().describedAs("last").build());
            List<Appointment> visits = List.of(
                    aVisit().inStatus("Booked").build(),
                    aVisit().inStatus("Cancelled").build());

            VisibleRepairs visible = VisibilityPolicy.DEFAULT.limit(repairs, visits);

            assertThat(visible.repairs())
                    .containsExactly(
                            aRepair()
                                    .describedAs("last")
                                    .with(aVisit().inStatus("Cancelled").build()),
                            aRepair().called("R-2").build());
        }

        @Test
        void limit_shouldMoveAVisit_whenItsLastRowBelongsToAnotherRepair() {
            List<Appointment> visits =
                    List.of(aVisit().build(), aVisit().of("R-2").build());

            VisibleRepairs visible = VisibilityPolicy.DEFAULT.limit(
                    List.of(aRepair().build(), aRepair().called("R-2").build()), visits);

            assertThat(visible.repairs())
                    .containsExactly(aRepair().build(), aRepair().called("R-2").with(visits.getLast()));
        }

        @Test
        void limit_shouldHideARepair_whenItsLastRowIsTooOld() {
            List<Repair> repairs = List.of(
                    aRepair().createdOn("2026-12-01").build(),
                    aRepair().createdOn("2026-11-30").build());

            assertThat(FROM_DECEMBER.limit(repairs, List.of(aVisit().build())))
                    .isEqualTo(new VisibleRepairs(List.of(), List.of()));
        }
    }

    private static VisibilityPolicy from(String date) {
        return new VisibilityPolicy(Optional.of(LocalDate.parse(date)));
    }
}
