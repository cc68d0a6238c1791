package uk.co.tenantwise.cx.adapter.http;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.ports.driven.CxReply;
import uk.co.tenantwise.cx.ports.driven.ForCancellingInCx;
import uk.co.tenantwise.cx.ports.driven.RepairCancellation;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Cancels in Cx. Success is read from the body and never from the status alone; an answer that does not say clearly what
 * happened is a fault. Thread-safe.
 */
final class CxRestCancelling implements ForCancellingInCx {
    private static final UUID UNKNOWN = new UUID(0, 0);
    private static final int LONGEST_MESSAGE = 500;

    private final CxCalls calls;
    private final PathTemplates paths;
    private final InstantSource clock;

    CxRestCancelling(CxCalls calls, PathTemplates paths, InstantSource clock) {
        this.calls = calls;
        this.paths = paths;
        this.clock = clock;
    }

    @Override
    public CxReply cancelRepair(CxAccess access, RepairCancellation cancellation) {
        String target = PathTemplates.expand(
                paths.cancelWorkOrder(),
                Map.of(
                        "CompanyId",
                        access.company().value(),
                        "WorkOrderReference",
                        cancellation.reference().value()));
        Map<String, String> body = new LinkedHashMap<>();
        body.put("WorkOrderUid", cancellation.uid().orElse(UNKNOWN).toString());
        body.put("RepairStatusCode", cancellation.statusCode());
        body.put("CancelDate", CxDates.ukLocal(cancellation.at()));
        body.put("CancelReasonCode", cancellation.reasonCode());
        return cancel(access, CxCallKind.CANCEL_WORK_ORDER, target, body, cancellation.note());
    }

    @Override
    public CxReply cancelAppointment(CxAccess access, AppointmentId appointment, String note) {
        String target = PathTemplates.expand(
                paths.cancelAppointment(),
                Map.of("CompanyId", access.company().value(), "AppointmentUid", appointment.value()));
        return cancel(access, CxCallKind.CANCEL_APPOINTMENT, target, new LinkedHashMap<>(), note);
    }

    private CxReply cancel(CxAccess access, CxCallKind kind, String target, Map<String, String> body, String note) {
        if (!note.isBlank()) {
            body.put("CancelNote", note);
        }
        CxRequest request = CxRequest.post(kind, target, CxJson.write(body));
        return calls.change(access.connection(), request, answer -> read(answer, kind.what()));
    }

    private CxReply read(CxAnswer answer, String what) {
        int status = answer.status();
        boolean mayHoldResult = answer.isSuccess()
                || (status >= 400 && status < 500 && status != 401 && status != 403 && status != 404 && status != 429);
        Optional<CxRow> result = mayHoldResult ? result(answer, what) : Optional.empty();
        if (result.isPresent() && result.get().isRefusal()) {
            return new CxReply.Declined(words(result.get(), "ErrorCode"), words(result.get(), "ErrorMessage"));
        }
        if (result.isPresent() && answer.isSuccess()) {
            return new CxReply.Accepted();
        }
        if (result.isPresent() || answer.isSuccess()) {
            throw new CxFault.ContractBroken("Cx answered " + status + " to the request for " + what
                    + " without saying clearly whether it was done");
        }
        throw CxAnswers.faultOf(answer, what, clock.instant());
    }

    /** The result, when the body is one that says either true or false. */
    private static Optional<CxRow> result(CxAnswer answer, String what) {
        if (!answer.startsWith('{')) {
            return Optional.empty();
        }
        try {
            return Optional.of(CxJson.object(answer.body(), what))
                    .filter(row -> row.truth("Success").isPresent());
        } catch (CxFault.ContractBroken unreadable) {
            return Optional.empty();
        }
    }

    /** Shown to people and stored, so it is one line of bounded length. */
    private static String words(CxRow row, String name) {
        String text = row.text(name).orElse("").replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) : text;
    }
}
