package uk.co.tenantwise.cx.testkit.cx;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.OTHER_COMPANY;
import static uk.co.tenantwise.cx.testkit.Builders.OTHER_CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.aRepair;
import static uk.co.tenantwise.cx.testkit.Builders.anAppointment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.MasterStatus;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.ports.driven.ForReadingRepairs;
import uk.co.tenantwise.cx.ports.driven.Rows;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** What every implementation of {@link ForReadingRepairs} does. */
public abstract class ReadingRepairsContract extends CxPortContract {
    /** For the implementations. */
    protected ReadingRepairsContract() {}

    /** The port under test, leading to {@link #cx}. */
    protected abstract ForReadingRepairs port();

    private Rows<Repair> repairsOf(ContactReference contact) {
        return port().repairsOf(access(), contact, Optional.empty());
    }

    /** The repairs of one contact. */
    @Nested
    class RepairsOf {
        @Test
        void repairsOf_shouldReturnEveryPart_whenCxHasIt() {
            Repair full = aRepair().invoiced().build();
            Repair bare = aRepair()
                    .withReference("WO-2")
                    .withoutUid()
                    .ofNobody()
                    .withoutCreationDate()
                    .withoutOptionalParts()
                    .inStatus("", "")
                    .build();
            cx.with(CONTACT, full).with(CONTACT, bare);

            assertThat(repairsOf(CONTACT)).isEqualTo(new Rows<>(List.of(full, bare), 0));
        }

        @Test
        void repairsOf_shouldKeepDuplicatesAndOrder_whenCxRepeatsARow() {
            Repair first = aRepair().build();
            Repair second = aRepair().withReference("WO-0002").build();
            Repair again = aRepair().inStatus(MasterStatus.COMPLETE).build();
            cx.with(CONTACT, first).with(CONTACT, second).with(CONTACT, again);

            assertThat(repairsOf(CONTACT).rows()).containsExactly(first, second, again);
        }

        @Test
        void repairsOf_shouldLeaveAppointmentsOut_whenRepairHasSome() {
            cx.with(CONTACT, aRepair().with(anAppointment()).build());

            assertThat(repairsOf(CONTACT).rows()).containsExactly(aRepair().build());
        }

        @Test
        void repairsOf_shouldReturnForeignRows_whenCxSendsThem() {
            Repair foreign = aRepair().of(OTHER_CONTACT).build();
            cx.with(CONTACT, foreign);

            assertThat(repairsOf(CONTACT).rows()).containsExactly(foreign);
        }

        @Test
        void repairsOf_shouldKeepUnknownStatusCodes_whenCxSendsThem() {
            Repair odd = aRepair().inStatus("Awaiting Moonrise", "").build();
            cx.with(CONTACT, odd);

            assertThat(repairsOf(CONTACT).rows()).containsExactly(odd);
        }

        @Test
        void repairsOf_shouldBeEmpty_whenContactIsKnownButHasNone() {
            cx.with(CONTACT);

            assertThat(repairsOf(CONTACT)).isEqualTo(new Rows<>(List.of(), 0));
        }

        @Test
        void repairsOf_shouldThrowNotFound_whenContactIsUnknown() {
            cx.with(OTHER_CONTACT, aRepair().build());

            assertThat(fault(() -> repairsOf(CONTACT))).isInstanceOf(CxFault.NotFound.class);
        }

        @Test
        void repairsOf_shouldKeepCompaniesApart_whenBothKnowTheSameReferences() {
            Repair here = aRepair().describedAs("here").build();
            Repair there = aRepair().describedAs("there").build();
            cx.with(OTHER_COMPANY).with(CONTACT, here).with(OTHER_COMPANY.id(), CONTACT, there);

            assertThat(repairsOf(CONTACT).rows()).containsExactly(here);
            assertThat(port().repairsOf(access(OTHER_COMPANY.id()), CONTACT, Optional.empty())
                            .rows())
                    .containsExactly(there);
        }

        @Test
        void repairsOf_shouldCountRowsWithoutReference_whenCxSendsSome() {
            cx.with(CONTACT, aRepair().build()).withUnusableRepairs(CONTACT, 3);

            assertThat(repairsOf(CONTACT))
                    .isEqualTo(new Rows<>(List.of(aRepair().build()), 3));
        }

        @Test
        void repairsOf_shouldAskForCreationDate_whenOneIsGiven() {
            Repair before = aRepair().createdOn("2026-11-19").build();
            Repair on = aRepair().withReference("WO-2").createdOn("2026-11-20").build();
            cx.with(CONTACT, before).with(CONTACT, on);

            Optional<LocalDate> from = Optional.of(LocalDate.of(2026, 11, 20));
            assertThat(port().repairsOf(access(), CONTACT, from).rows()).containsExactly(on);
        }

        @Test
        void repairsOf_shouldReturnEarlierOnesToo_whenCxIgnoresTheDate() {
            Repair before = aRepair().createdOn("2026-11-19").build();
            cx.with(CONTACT, before).ignoreCreatedFrom();

            Optional<LocalDate> from = Optional.of(LocalDate.of(2026, 11, 20));
            assertThat(port().repairsOf(access(), CONTACT, from).rows()).containsExactly(before);
        }

        @Test
        void repairsOf_shouldReachTheContact_whenItsReferenceIsOdd() {
            for (String odd : ODD_REFERENCES) {
                ContactReference contact = new ContactReference(odd);
                Repair repair = aRepair().of(contact).build();
                cx.with(contact, repair);

                assertThat(repairsOf(contact).rows()).as(odd).containsExactly(repair);
            }
        }

        @Test
        void repairsOf_shouldNotChangeWhatItReturned_whenCxChanges() {
            cx.with(CONTACT, aRepair().build());
            Rows<Repair> before = repairsOf(CONTACT);

            cx.change(aRepair().build().reference(), MasterStatus.CANCELLED);

            assertThat(before.rows()).containsExactly(aRepair().build());
        }

        @TestFactory
        Stream<DynamicTest> repairsOf_shouldThrow_whenCxFails() {
            cx.with(CONTACT, aRepair().build());
            return faults(CxCall.REPAIRS, () -> repairsOf(CONTACT));
        }
    }

    /** One repair. */
    @Nested
    class OneRepair {
        @Test
        void repair_shouldReturnIt_whenItsReferenceIsOdd() {
            for (String odd : ODD_REFERENCES) {
                Repair repair = aRepair().withReference(odd).build();
                cx.with(CONTACT, repair);

                assertThat(port().repair(access(), new RepairReference(odd)))
                        .as(odd)
                        .contains(repair);
            }
        }

        @Test
        void repair_shouldBeEmpty_whenItIsUnknown() {
            cx.with(CONTACT, aRepair().build());

            assertThat(port().repair(access(), new RepairReference("WO-9999"))).isEmpty();
        }

        @Test
        void repair_shouldBeEmpty_whenOnlyAnotherCompanyHasIt() {
            cx.with(OTHER_COMPANY).with(OTHER_COMPANY.id(), CONTACT, aRepair().build());

            assertThat(port().repair(access(), aRepair().build().reference())).isEmpty();
        }

        @TestFactory
        Stream<DynamicTest> repair_shouldThrow_whenCxFails() {
            return faults(
                    CxCall.REPAIR,
                    () -> port().repair(access(), aRepair().build().reference()));
        }
    }
}
