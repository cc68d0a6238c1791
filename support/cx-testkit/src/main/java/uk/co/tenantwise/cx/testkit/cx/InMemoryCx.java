package uk.co.tenantwise.cx.testkit.cx;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.AppointmentStatus;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;
import uk.co.tenantwise.cx.domain.repair.MasterStatus;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.repair.RepairStatus;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.domain.settings.CompanyId;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.CxReply;
import uk.co.tenantwise.cx.ports.driven.ForCancellingInCx;
import uk.co.tenantwise.cx.ports.driven.ForCheckingAddresses;
import uk.co.tenantwise.cx.ports.driven.ForProbingConnection;
import uk.co.tenantwise.cx.ports.driven.ForReadingAppointments;
import uk.co.tenantwise.cx.ports.driven.ForReadingCompanies;
import uk.co.tenantwise.cx.ports.driven.ForReadingCustomers;
import uk.co.tenantwise.cx.ports.driven.ForReadingRepairs;
import uk.co.tenantwise.cx.ports.driven.ForReleasingCredentials;
import uk.co.tenantwise.cx.ports.driven.RepairCancellation;
import uk.co.tenantwise.cx.ports.driven.Rows;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.testkit.Builders;

/**
 * A Cx held in memory that stands behind every port on the side of Cx. It starts with {@link Builders#COMPANY} and no
 * contact, accepts any credentials, and behaves as the contract of Cx says: what it does not know is not found, a refusal
 * is a reply, cancelling a repair cancels its booked visits. Tests script faults for single calls. Thread-safe.
 */
public final class InMemoryCx
        implements ForReadingRepairs,
                ForReadingAppointments,
                ForReadingCustomers,
                ForReadingCompanies,
                ForCancellingInCx,
                ForProbingConnection,
                ForReleasingCredentials,
                ForCheckingAddresses {
    private final CxWorld world = new CxWorld();
    private final CallScript script = new CallScript();
    private final Map<ContactReference, Integer> setAside = new ConcurrentHashMap<>();
    private final Map<String, String> objections = new ConcurrentHashMap<>();
    private final Set<CxConnection> rejected = ConcurrentHashMap.newKeySet();
    private final Set<CxConnection> held = ConcurrentHashMap.newKeySet();
    private final List<RepairCancellation> sentRepairs = Collections.synchronizedList(new ArrayList<>());
    private final List<SentAppointment> sentAppointments = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean createdFromIgnored;
    private volatile Duration nodeAhead = Duration.ZERO;
    private volatile @Nullable ApiUrl answered;

    /**
     * A request to cancel an appointment that has arrived.
     *
     * @param appointment which
     * @param note the word to the landlord, may be empty
     */
    public record SentAppointment(AppointmentId appointment, String note) {}

    /** A Cx with one company. */
    public InMemoryCx() {
        world.add(Builders.COMPANY);
    }

    // What it holds

    /** Adds a company, after those that there are. */
    public InMemoryCx with(Company company) {
        world.add(company);
        return this;
    }

    /** Takes all companies away. */
    public InMemoryCx withoutCompanies() {
        world.removeCompanies();
        return this;
    }

    /** Adds a contact of {@link Builders#COMPANY}, or replaces its details. */
    public InMemoryCx with(CustomerDetails details) {
        return with(Builders.COMPANY.id(), details);
    }

    /** Adds a contact, or replaces its details. */
    public InMemoryCx with(CompanyId company, CustomerDetails details) {
        world.put(company, details);
        return this;
    }

    /** Adds a contact of {@link Builders#COMPANY} without name and address. */
    public InMemoryCx with(ContactReference contact) {
        return with(new CustomerDetails(contact, Optional.empty(), Optional.empty()));
    }

    /** Adds a repair with its visits to those of {@code contact}, whoever the row itself names. */
    public InMemoryCx with(ContactReference contact, Repair repair) {
        return with(Builders.COMPANY.id(), contact, repair);
    }

    /** Adds a repair with its visits to those of {@code contact}, whoever the row itself names. */
    public InMemoryCx with(CompanyId company, ContactReference contact, Repair repair) {
        world.add(company, contact, repair);
        return this;
    }

    /** Adds an appointment to those of {@code contact}. */
    public InMemoryCx with(ContactReference contact, Appointment appointment) {
        return with(Builders.COMPANY.id(), contact, appointment);
    }

    /** Adds an appointment to those of {@code contact}. */
    public InMemoryCx with(CompanyId company, ContactReference contact, Appointment appointment) {
        world.add(company, contact, appointment);
        return this;
    }

    /** Adds rows without a usable reference to the repairs of {@code contact}. */
    public InMemoryCx withUnusableRepairs(ContactReference contact, int count) {
        setAside.put(contact, count);
        return this;
    }

    /** Forgets a contact of {@link Builders#COMPANY} and all that belongs to it. */
    public void remove(ContactReference contact) {
        world.remove(Builders.COMPANY.id(), contact);
    }

    /** Forgets repairs of that reference in {@link Builders#COMPANY}; their visits stay. */
    public void remove(RepairReference reference) {
        world.removeRepairs(Builders.COMPANY.id(), repair -> repair.reference().equals(reference));
    }

    /** Forgets an appointment in {@link Builders#COMPANY}. */
    public void remove(AppointmentId id) {
        world.removeAppointments(Builders.COMPANY.id(), visit -> visit.id().equals(id));
    }

    /** Changes repairs of that reference in {@link Builders#COMPANY}. */
    public void change(RepairReference reference, UnaryOperator<Repair> change) {
        world.changeRepairs(
                Builders.COMPANY.id(),
                repair -> repair.reference().equals(reference)
                        ? change.apply(repair).withAppointments(List.of())
                        : repair);
    }

    /** Puts repairs of that reference in {@link Builders#COMPANY} into another status. */
    public void change(RepairReference reference, MasterStatus status) {
        change(reference, repair -> inStatus(repair, status));
    }

    /** Changes an appointment in {@link Builders#COMPANY}. */
    public void change(AppointmentId id, UnaryOperator<Appointment> change) {
        world.changeAppointments(Builders.COMPANY.id(), visit -> visit.id().equals(id) ? change.apply(visit) : visit);
    }

    /** Puts an appointment in {@link Builders#COMPANY} into another status. */
    public void change(AppointmentId id, AppointmentStatus status) {
        change(id, visit -> inStatus(visit, status));
    }

    /** From now on returns repairs whatever their creation date. */
    public void ignoreCreatedFrom() {
        createdFromIgnored = true;
    }

    /** Rejects these credentials from now on. */
    public void reject(CxConnection connection) {
        rejected.add(connection);
    }

    /** Accepts these credentials again; they stay held until they are released. */
    public void accept(CxConnection connection) {
        rejected.remove(connection);
    }

    /** Objects to every URL of that host. */
    public void objectTo(String host, String reason) {
        objections.put(host, reason);
    }

    // What it is told to do

    /** Sets its clock, so that those of its callers are that much ahead of it. */
    public void setClock(Duration callersAhead) {
        nodeAhead = callersAhead;
    }

    /** How far the clocks of whoever calls it are ahead of its own. */
    public Duration nodeAhead() {
        return nodeAhead;
    }

    /** Fails every such call from now on. */
    public void fail(CxCall call, CxFault fault) {
        script.always(call, fault);
    }

    /** Fails the next such call; several of these queue up. */
    public void failOnce(CxCall call, CxFault fault) {
        script.once(call, fault);
    }

    /** Lets the next such call take effect, and fails it all the same. For calls that cancel. */
    public void loseAnswer(CxCall call, CxFault fault) {
        script.loseAnswer(call, fault);
    }

    /** Runs {@code action} at the beginning of every such call. */
    public void before(CxCall call, Runnable action) {
        script.before(call, action);
    }

    /** Keeps every such call waiting until the gate is opened. */
    public CallGate hold(CxCall call) {
        return script.hold(call);
    }

    /** Takes back all that the methods above have scripted; opens all gates. */
    public void heal() {
        script.clear();
    }

    // What has happened

    /** How often that call has come in, whatever became of it. */
    public int calls(CxCall call) {
        return script.count(call);
    }

    /** The requests to cancel a repair that have arrived, whatever became of them. */
    public List<RepairCancellation> sentRepairCancellations() {
        return List.copyOf(sentRepairs);
    }

    /** The requests to cancel an appointment that have arrived, whatever became of them. */
    public List<SentAppointment> sentAppointmentCancellations() {
        return List.copyOf(sentAppointments);
    }

    // The ports

    @Override
    public List<Company> companies(CxConnection connection) {
        enter(CxCall.COMPANIES, connection);
        return world.companies();
    }

    @Override
    public CustomerDetails customer(CxAccess access, ContactReference contact) {
        enter(CxCall.CUSTOMER, access.connection());
        return world.details(access.company(), contact).orElseThrow(InMemoryCx::unknownContact);
    }

    @Override
    public Rows<Repair> repairsOf(CxAccess access, ContactReference contact, Optional<LocalDate> createdFrom) {
        enter(CxCall.REPAIRS, access.connection());
        List<Repair> repairs = world.repairs(access.company(), contact).orElseThrow(InMemoryCx::unknownContact);
        return new Rows<>(
                repairs.stream()
                        .filter(repair -> createdFromIgnored
                                || createdFrom.isEmpty()
                                || repair.createdOn()
                                        .filter(date -> date.isBefore(createdFrom.get()))
                                        .isEmpty())
                        .toList(),
                setAside.getOrDefault(contact, 0));
    }

    @Override
    public Optional<Repair> repair(CxAccess access, RepairReference reference) {
        enter(CxCall.REPAIR, access.connection());
        return find(access, reference);
    }

    @Override
    public Rows<Appointment> appointmentsOf(CxAccess access, ContactReference contact) {
        enter(CxCall.APPOINTMENTS, access.connection());
        return new Rows<>(world.appointments(access.company(), contact).orElseThrow(InMemoryCx::unknownContact), 0);
    }

    @Override
    public CxReply cancelRepair(CxAccess access, RepairCancellation cancellation) {
        sentRepairs.add(cancellation);
        enter(CxCall.CANCEL_REPAIR, access.connection());
        CxReply reply = doCancel(access, cancellation);
        script.leave(CxCall.CANCEL_REPAIR);
        return reply;
    }

    @Override
    public CxReply cancelAppointment(CxAccess access, AppointmentId appointment, String note) {
        sentAppointments.add(new SentAppointment(appointment, note));
        enter(CxCall.CANCEL_APPOINTMENT, access.connection());
        CxReply reply = doCancel(access, appointment);
        script.leave(CxCall.CANCEL_APPOINTMENT);
        return reply;
    }

    @Override
    public void resolveName(ApiUrl url) {
        script.enter(CxCall.RESOLVE_NAME);
    }

    @Override
    public void connect(ApiUrl url) {
        script.enter(CxCall.CONNECT);
    }

    @Override
    public void handshake(ApiUrl url) {
        script.enter(CxCall.HANDSHAKE);
    }

    @Override
    public void logIn(CxConnection connection) {
        held.remove(connection);
        enter(CxCall.LOG_IN, connection);
    }

    @Override
    public Optional<Duration> clockAhead(ApiUrl url) {
        return Optional.ofNullable(answered).filter(url::equals).map(same -> nodeAhead);
    }

    @Override
    public void release() {
        script.enter(CxCall.RELEASE);
        held.clear();
    }

    @Override
    public Optional<String> objectionTo(ApiUrl url) {
        return Optional.ofNullable(objections.get(url.host()));
    }

    private void enter(CxCall call, CxConnection connection) {
        script.enter(call);
        answered = connection.apiUrl();
        if (held.contains(connection) || rejected.contains(connection)) {
            held.add(connection);
            throw new CxFault.CredentialsRejected("Cx rejected the user name and password");
        }
    }

    private Optional<Repair> find(CxAccess access, RepairReference reference) {
        return world.repair(access.company(), repair -> repair.reference().equals(reference));
    }

    private synchronized CxReply doCancel(CxAccess access, RepairCancellation cancellation) {
        RepairReference reference = cancellation.reference();
        Repair repair = find(access, reference).orElseThrow(() -> new CxFault.NotFound("Cx does not know the repair"));
        MasterStatus.Stage stage = repair.status().master().stage();
        if (repair.invoiced()) {
            return new CxReply.Declined("INVOICED", "A task of this order is invoiced");
        }
        if (stage == MasterStatus.Stage.CLOSED || stage == MasterStatus.Stage.CANCELLED) {
            return new CxReply.Declined(
                    "TERMINAL", "The order is " + repair.status().code());
        }
        world.changeRepairs(
                access.company(),
                each -> each.reference().equals(reference) ? inStatus(each, MasterStatus.CANCELLED) : each);
        world.changeAppointments(
                access.company(),
                visit -> visit.isOf(reference) && visit.status().isBooked()
                        ? inStatus(visit, AppointmentStatus.CANCELLED)
                        : visit);
        return new CxReply.Accepted();
    }

    private synchronized CxReply doCancel(CxAccess access, AppointmentId id) {
        Appointment appointment = world.appointment(
                        access.company(), visit -> visit.id().equals(id))
                .orElseThrow(() -> new CxFault.NotFound("Cx does not know the appointment"));
        if (!appointment.status().isBooked()) {
            return new CxReply.Declined("NOT_BOOKED", "Only a booked appointment can be cancelled");
        }
        world.changeAppointments(
                access.company(),
                visit -> visit.id().equals(id) ? inStatus(visit, AppointmentStatus.CANCELLED) : visit);
        return new CxReply.Accepted();
    }

    private static Repair inStatus(Repair repair, MasterStatus status) {
        return new Repair(
                repair.reference(),
                repair.uid(),
                repair.contact(),
                repair.description(),
                repair.createdOn(),
                RepairStatus.of(status.code(), ""),
                repair.priority(),
                repair.contractor(),
                repair.address(),
                repair.invoiced(),
                repair.appointments());
    }

    private static Appointment inStatus(Appointment visit, AppointmentStatus status) {
        return new Appointment(
                visit.id(),
                visit.kind(),
                visit.repair(),
                status,
                visit.start(),
                visit.end(),
                visit.slot(),
                visit.contractor());
    }

    private static CxFault unknownContact() {
        return new CxFault.NotFound("Cx does not know the contact");
    }
}
