package uk.co.tenantwise.cx.ports.application;

import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.SubjectKind;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.wording.Wording;
import uk.co.tenantwise.cx.ports.driving.CancelResult;

/** What a customer is told of an attempt, in plain English and with the landlord's contact line of now. */
final class CancelWords {
    private CancelWords() {}

    static CancelResult recorded(
            CancellationId id, CancellationTarget target, CancellationOutcome outcome, IntegrationSettings settings) {
        SubjectKind kind = switch (target) {
            case RepairTarget repair -> SubjectKind.REPAIR;
            case AppointmentTarget visit -> SubjectKind.APPOINTMENT;
        };
        String contactLine = settings.repairs().cancellation().contactLine();
        return new CancelResult.Recorded(id, outcome, Wording.ENGLISH.of(outcome, kind, contactLine), Optional.empty());
    }
}
