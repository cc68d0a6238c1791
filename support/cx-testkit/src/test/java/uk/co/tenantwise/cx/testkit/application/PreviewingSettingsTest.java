package uk.co.tenantwise.cx.testkit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.aRepair;
import static uk.co.tenantwise.cx.testkit.Builders.anAppointment;
import static uk.co.tenantwise.cx.testkit.Builders.anInspection;
import static uk.co.tenantwise.cx.testkit.TestHexagon.ADMIN;
import static uk.co.tenantwise.cx.testkit.TestHexagon.saved;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;
import uk.co.tenantwise.cx.domain.settings.RepairsDraft;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.domain.wording.Wording;
import uk.co.tenantwise.cx.ports.driving.ForPreviewingSettings;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview.Effect;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview.Effects;
import uk.co.tenantwise.cx.testkit.TestHexagon;
import uk.co.tenantwise.cx.testkit.cx.CxCall;

class PreviewingSettingsTest {
    private final TestHexagon hexagon = new TestHexagon();
    private final ForPreviewingSettings previewing = hexagon.integration.previewing();

    @AfterEach
    void close() {
        hexagon.close();
    }

    @Nested
    class Preview {
        @Test
        void preview_shouldCountWhatWouldBeHidden_whenTheStartDateMovesOn() {
            keepOneCustomer();

            SettingsPreview preview = previewing.preview(draft("2026-11-21", 0));

            assertThat(preview).isInstanceOfSatisfying(Effects.class, effects -> {
                assertThat(effects.customers()).isEqualTo(1);
                assertThat(effects.hiddenRepairs()).isEqualTo(1);
                assertThat(effects.hiddenAppointments()).isEqualTo(1);
                assertThat(effects.noLongerCancellable()).isZero();
                assertThat(effects.examples())
                        .extracting(example -> example.target().text(), SettingsPreview.Example::effect)
                        .containsExactly(tuple("WO-1001", Effect.HIDDEN), tuple("APP-1", Effect.HIDDEN));
                assertThat(effects.examples().get(1).start()).contains(Instant.parse("2026-12-09T10:00:00Z"));
            });
        }

        @Test
        void preview_shouldCountWhatCouldNoLongerBeCancelled_whenTheNoticeGrows() {
            keepOneCustomer();

            SettingsPreview preview = previewing.preview(draft("", 8));

            assertThat(preview).isInstanceOfSatisfying(Effects.class, effects -> {
                assertThat(effects.hiddenRepairs()).isZero();
                assertThat(effects.noLongerCancellable()).isEqualTo(3);
                assertThat(effects.examples())
                        .allSatisfy(example -> assertThat(example.effect()).isEqualTo(Effect.NO_LONGER_CANCELLABLE));
                assertThat(effects.none()).isFalse();
            });
        }

        @Test
        void preview_shouldFindNothing_whenNothingWouldChange() {
            keepOneCustomer();
            int calls = hexagon.cx.calls(CxCall.REPAIRS);

            assertThat(previewing.preview(draft("2026-11-20", 7)))
                    .isInstanceOfSatisfying(
                            Effects.class, effects -> assertThat(effects.none()).isTrue());
            assertThat(hexagon.cx.calls(CxCall.REPAIRS)).isEqualTo(calls);
            assertThat(hexagon.settings.current().repairs().startDate()).isEmpty();
        }

        @Test
        void preview_shouldGiveTenExamplesAtMost_whenManyAreAffected() {
            hexagon.connected();
            for (int i = 0; i < 12; i++) {
                hexagon.cx.with(CONTACT, aRepair().withReference("WO-" + i).build());
            }
            hexagon.signIn();

            assertThat(previewing.preview(draft("2026-12-01", 0))).isInstanceOfSatisfying(Effects.class, effects -> {
                assertThat(effects.hiddenRepairs()).isEqualTo(12);
                assertThat(effects.examples()).hasSize(SettingsPreview.MAX_EXAMPLES);
            });
        }

        @Test
        void preview_shouldNameTheProblems_whenTheDraftIsInvalid() {
            assertThat(previewing.preview(draft("", 366)))
                    .isInstanceOfSatisfying(
                            SettingsPreview.Invalid.class,
                            invalid -> assertThat(invalid.problems())
                                    .extracting(FieldProblem::field)
                                    .containsExactly("cancellation.noticeDays"));
        }

        private void keepOneCustomer() {
            hexagon.connected()
                    .cx
                    .with(CONTACT, aRepair().with(anAppointment()).build())
                    .with(CONTACT, anInspection().build());
            hexagon.signIn();
        }
    }

    @Nested
    class PreviewRestore {
        @Test
        void previewRestore_shouldCountWhatWouldBeHidden_whenThatVersionHadAStartDate() {
            hexagon.connected().cx.with(CONTACT, aRepair().with(anAppointment()).build());
            saved(hexagon.integration.administering().saveRepairs(draft("2026-11-21", 0), ADMIN));
            SettingsVersion limited =
                    hexagon.integration.administering().current().version();
            saved(hexagon.integration.administering().saveRepairs(draft("", 0), ADMIN));
            hexagon.signIn();

            assertThat(previewing.previewRestore(limited))
                    .hasValueSatisfying(
                            effects -> assertThat(effects.hiddenRepairs()).isEqualTo(1));
        }

        @Test
        void previewRestore_shouldBeEmpty_whenTheDataWouldComeFromElsewhereOrThereIsNoSuchVersion() {
            hexagon.connected();

            assertThat(previewing.previewRestore(SettingsVersion.INITIAL)).isEmpty();
            assertThat(previewing.previewRestore(new SettingsVersion(99))).isEmpty();
        }
    }

    @Nested
    class Example {
        @Test
        void example_shouldSayUntilWhen_whenCustomersMayCancel() {
            assertThat(previewing.example(draft("", 1), Wording.ENGLISH))
                    .contains("A visit on Wednesday 9 December at 10am can be cancelled until the end of Monday 7"
                            + " December.");
        }

        @Test
        void example_shouldBeAbsent_whenThereIsNothingToExplain() {
            assertThat(previewing.example(draft("", -1), Wording.ENGLISH)).isEmpty();
            assertThat(previewing.example(draft(false, "", 0), Wording.ENGLISH)).isEmpty();
        }
    }

    private static RepairsDraft draft(String startDate, int days) {
        return draft(true, startDate, days);
    }

    private static RepairsDraft draft(boolean enabled, String startDate, int days) {
        return new RepairsDraft(
                Optional.of(startDate),
                Optional.of(new RepairsDraft.CancellationDraft(
                        Optional.of(enabled),
                        Optional.of(days),
                        Optional.of("CALENDAR_DAYS"),
                        Optional.of("00:00"),
                        Optional.of("SCOTLAND"),
                        Optional.of(""),
                        Optional.of(""),
                        Optional.of(""))));
    }
}
