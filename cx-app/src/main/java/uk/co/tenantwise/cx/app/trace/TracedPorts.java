package uk.co.tenantwise.cx.app.trace;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.ports.application.CxPorts;
import uk.co.tenantwise.cx.ports.driven.CxReply;
import uk.co.tenantwise.cx.ports.driven.ForCancellingInCx;
import uk.co.tenantwise.cx.ports.driven.ForReadingRepairs;
import uk.co.tenantwise.cx.ports.driven.RepairCancellation;
import uk.co.tenantwise.cx.ports.driven.Rows;

/** When traces are wanted, each call to Cx, with its log-in and its repeats, is a span. */
@Singleton
@Requires(bean = Tracer.class)
final class TracedPorts implements BeanCreatedEventListener<CxPorts> {
    private final CallSpans spans;

    TracedPorts(Tracer tracer) {
        this.spans = new CallSpans(tracer);
    }

    @Override
    public CxPorts onCreated(BeanCreatedEvent<CxPorts> event) {
        CxPorts cx = event.getBean();
        return new CxPorts(
                new Repairs(cx.repairs(), spans),
                (access, contact) ->
                        spans.around("appointments", () -> cx.appointments().appointmentsOf(access, contact)),
                (access, contact) ->
                        spans.around("customer", () -> cx.customers().customer(access, contact)),
                connection -> spans.around("companies", () -> cx.companies().companies(connection)),
                new Cancelling(cx.cancelling(), spans),
                cx.probing(),
                cx.credentials(),
                cx.addresses());
    }

    private record Repairs(ForReadingRepairs cx, CallSpans spans) implements ForReadingRepairs {
        @Override
        public Rows<Repair> repairsOf(CxAccess access, ContactReference contact, Optional<LocalDate> createdFrom) {
            return spans.around("repairs", () -> cx.repairsOf(access, contact, createdFrom));
        }

        @Override
        public Optional<Repair> repair(CxAccess access, RepairReference reference) {
            return spans.around("repair", () -> cx.repair(access, reference));
        }
    }

    private record Cancelling(ForCancellingInCx cx, CallSpans spans) implements ForCancellingInCx {
        @Override
        public CxReply cancelRepair(CxAccess access, RepairCancellation cancellation) {
            return spans.around("cancel repair", () -> cx.cancelRepair(access, cancellation));
        }

        @Override
        public CxReply cancelAppointment(CxAccess access, AppointmentId appointment, String note) {
            return spans.around("cancel appointment", () -> cx.cancelAppointment(access, appointment, note));
        }
    }
}
