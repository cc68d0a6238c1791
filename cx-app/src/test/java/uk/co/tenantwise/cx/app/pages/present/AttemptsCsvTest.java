package uk.co.tenantwise.cx.app.pages.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.RefusalReason;
import uk.co.tenantwise.cx.domain.cancellation.TargetFacts;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.CxSite;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.testkit.Builders;

class AttemptsCsvTest {
    private static final Instant AT = Instant.parse("2026-12-01T11:59:00Z");

    @Test
    void of_shouldQuoteAndGiveReasons_whenRefused() {
        assertThat(AttemptsCsv.of(List.of(attempt("two\nlines, \"quoted\""))))
                .isEqualTo(
                        "requested_at,customer,kind,target,outcome,reason,note,requested_by,closed_at,settled_by,repair,visit_start\r\n"
                            + "2026-12-01T11:59:00Z,C-1001,APPOINTMENT,APP-1,REFUSED,It is too late to cancel this"
                            + " visit online.,\"two\n"
                            + "lines, \"\"quoted\"\"\",C-1001,2026-12-01T11:59:00Z,,WO-1001,2026-12-02T10:00:00Z\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void of_shouldDisarmFormulas_whenANoteHoldsOne(String note) {
        assertThat(AttemptsCsv.of(List.of(attempt(note)))).contains(",'" + note + ",");
    }

    @Test
    void of_shouldSayWhoSettledIt_whenItWasSettledByHand() {
        CancellationAttempt settled =
                attempt("").settled(new CancellationOutcome.RefusedByCx(""), "admin", AT.plusSeconds(60));

        assertThat(AttemptsCsv.of(List.of(settled)))
                .contains(",REFUSED_BY_CX,\"Settled by admin on 1 December 2026, 12:00: not cancelled in Cx.\",")
                .endsWith(",2026-12-01T12:00:00Z,admin,WO-1001,2026-12-02T10:00:00Z\r\n");
    }

    @Test
    void filter_shouldTakeKnownOutcomesOnly() {
        assertThat(Attempts.filter("REFUSED")).contains("REFUSED");
        assertThat(Attempts.filter("")).isEmpty();
        assertThat(Attempts.filter("'; drop table")).isEmpty();
    }

    private static CancellationAttempt attempt(String note) {
        return new CancellationAttempt(
                        CancellationId.parse("0b6f1c7a-52d2-4a3f-8a51-2a1d5ef3a001"),
                        CxSite.of(Builders.ACCESS),
                        Builders.CONTACT,
                        new AppointmentTarget(new AppointmentId("APP-1")),
                        note,
                        "C-1001",
                        AT,
                        new SettingsVersion(7),
                        new CancellationOutcome.Refused(RefusalReason.NOTICE_TOO_SHORT),
                        0,
                        Optional.empty(),
                        0,
                        Optional.of(AT))
                .concerning(new TargetFacts(
                        Optional.of(new RepairReference("WO-1001")),
                        Optional.of(Instant.parse("2026-12-02T10:00:00Z"))));
    }
}
