package uk.co.tenantwise.cx.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated Cx holds: companies, users, contacts, works orders and appointments. Everything that comes out is
 * immutable, and putting something under a known reference replaces it.
 *
 * <p>Thread-safe; {@link #atomically(Supplier)} groups several steps.
 */
public final class Site {

    private static final int CANCELLATIONS_KEPT = 10_000;

    private final Map<String, Company> companies = new LinkedHashMap<>();
    private final Map<String, CxUser> users = new LinkedHashMap<>();
    private final Shelf<Contact> contacts = new Shelf<>(it -> new Ref(it.company(), it.reference()));
    private final Shelf<WorkOrder> orders = new Shelf<>(it -> new Ref(it.company(), it.reference()));
    private final int ordersByContact = orders.groupedBy(it -> Optional.of(new Ref(it.company(), it.contact())));
    private final Shelf<Appointment> appointments = new Shelf<>(it -> appointmentKey(it.company(), it.uid()));
    private final int visitsByContact = appointments.groupedBy(it -> Optional.of(new Ref(it.company(), it.contact())));
    private final int visitsByOrder =
            appointments.groupedBy(it -> it.workOrder().map(order -> new Ref(it.company(), order)));
    private final Map<Ref, List<@Nullable Object>> looseRows = new LinkedHashMap<>();
    private final Deque<Cancellation> cancellations = new ArrayDeque<>();
    private SiteStyle style = SiteStyle.USUAL;
    private LoginRules loginRules = LoginRules.USUAL;

    Site() {}

    /** Does several steps without another thread seeing or changing anything between them. */
    public synchronized <T> T atomically(Supplier<T> steps) {
        return steps.get();
    }

    /** Adds or replaces a company. */
    public synchronized Site put(Company company) {
        companies.put(company.id(), company);
        return this;
    }

    /** Adds or replaces a user. */
    public synchronized Site put(CxUser user) {
        users.put(userKey(user.name()), user);
        return this;
    }

    /** Adds or replaces a contact. */
    public synchronized Site put(Contact contact) {
        contacts.put(contact);
        return this;
    }

    /** Adds or replaces a works order. */
    public synchronized Site put(WorkOrder order) {
        orders.put(order);
        return this;
    }

    /** Adds or replaces an appointment. */
    public synchronized Site put(Appointment appointment) {
        appointments.put(appointment);
        return this;
    }

    /**
     * Adds an element to a contact's list that stands for nothing: a {@link Row}, a number, text or null.
     *
     * @param list {@link Endpoint#WORK_ORDERS} or {@link Endpoint#APPOINTMENTS}
     */
    public synchronized Site putLoose(Endpoint list, String company, String contact, @Nullable Object element) {
        if (list != Endpoint.WORK_ORDERS && list != Endpoint.APPOINTMENTS) {
            throw new IllegalArgumentException("list must be WORK_ORDERS or APPOINTMENTS, was " + list);
        }
        looseRows
                .computeIfAbsent(looseKey(list, company, contact), key -> new ArrayList<>())
                .add(element);
        return this;
    }

    /** Removes a company from the list; what belongs to it can no longer be reached. */
    public synchronized Site removeCompany(String id) {
        companies.remove(id);
        return this;
    }

    /** Removes a user; that user's tokens end. */
    public synchronized Site removeUser(String name) {
        users.remove(userKey(name));
        return this;
    }

    /** Removes a contact; its orders and appointments can no longer be reached through it. */
    public synchronized Site removeContact(String company, String reference) {
        contacts.remove(new Ref(company, reference));
        return this;
    }

    /** Removes a works order; its appointments stay. */
    public synchronized Site removeWorkOrder(String company, String reference) {
        orders.remove(new Ref(company, reference));
        return this;
    }

    /** Removes an appointment. */
    public synchronized Site removeAppointment(String company, String uid) {
        appointments.remove(appointmentKey(company, uid));
        return this;
    }

    /** Every company. */
    public synchronized List<Company> companies() {
        return List.copyOf(companies.values());
    }

    /** One company. */
    public synchronized Optional<Company> company(String id) {
        return Optional.ofNullable(companies.get(id));
    }

    /** One user, by name without regard to case. */
    public synchronized Optional<CxUser> user(String name) {
        return Optional.ofNullable(users.get(userKey(name)));
    }

    /** Every contact. */
    public synchronized List<Contact> contacts() {
        return contacts.all();
    }

    /** One contact. */
    public synchronized Optional<Contact> contact(String company, String reference) {
        return contacts.get(new Ref(company, reference));
    }

    /** Every works order. */
    public synchronized List<WorkOrder> workOrders() {
        return orders.all();
    }

    /** One works order. */
    public synchronized Optional<WorkOrder> workOrder(String company, String reference) {
        return orders.get(new Ref(company, reference));
    }

    /** Every appointment. */
    public synchronized List<Appointment> appointments() {
        return appointments.all();
    }

    /** One appointment, by GUID without regard to case. */
    public synchronized Optional<Appointment> appointment(String company, String uid) {
        return appointments.get(appointmentKey(company, uid));
    }

    /** The appointments linked to one works order. */
    public synchronized List<Appointment> appointmentsOf(String company, String orderReference) {
        return appointments.group(visitsByOrder, new Ref(company, orderReference));
    }

    synchronized List<WorkOrder> workOrdersOfContact(String company, String contact) {
        return orders.group(ordersByContact, new Ref(company, contact));
    }

    synchronized List<Appointment> appointmentsOfContact(String company, String contact) {
        return appointments.group(visitsByContact, new Ref(company, contact));
    }

    synchronized List<@Nullable Object> looseRows(Endpoint list, String company, String contact) {
        return new ArrayList<>(looseRows.getOrDefault(looseKey(list, company, contact), List.of()));
    }

    /**
     * Replaces a works order by what the change makes of it.
     *
     * @throws NoSuchElementException when there is no such order
     */
    public synchronized WorkOrder changeWorkOrder(String company, String reference, UnaryOperator<WorkOrder> change) {
        WorkOrder changed = change.apply(workOrder(company, reference).orElseThrow());
        put(changed);
        return changed;
    }

    /**
     * Replaces an appointment by what the change makes of it.
     *
     * @throws NoSuchElementException when there is no such appointment
     */
    public synchronized Appointment changeAppointment(String company, String uid, UnaryOperator<Appointment> change) {
        Appointment changed = change.apply(appointment(company, uid).orElseThrow());
        put(changed);
        return changed;
    }

    /**
     * Replaces a user by what the change makes of it, for example to unlock or to change the password.
     *
     * @throws NoSuchElementException when there is no such user
     */
    public synchronized CxUser changeUser(String name, UnaryOperator<CxUser> change) {
        CxUser changed = change.apply(user(name).orElseThrow());
        put(changed);
        return changed;
    }

    /**
     * Moves a works order to another master status as the landlord's staff would, with the company's own status for it.
     * Moving to Cancelled cancels the booked appointments too.
     *
     * @return whether Cx permits the move; when not, nothing has changed
     * @throws NoSuchElementException when there is no such order
     */
    public synchronized boolean move(String company, String reference, String masterStatus) {
        WorkOrder order = workOrder(company, reference).orElseThrow();
        if (!Transitions.allowed(order.masterStatus(), masterStatus)) {
            return false;
        }
        Company.@Nullable OwnStatus own =
                company(company).map(it -> it.statuses().get(masterStatus)).orElse(null);
        put(order.status(
                masterStatus, own == null ? masterStatus : own.code(), own == null ? masterStatus : own.description()));
        if (Transitions.same(masterStatus, "Cancelled")) {
            cancelBookedAppointments(company, reference);
        }
        return true;
    }

    /** Cancels every booked appointment of an order, as Cx does when the order is cancelled (FACT of the contract). */
    synchronized void cancelBookedAppointments(String company, String orderReference) {
        appointmentsOf(company, orderReference).stream()
                .filter(Appointment::isBooked)
                .forEach(appointment -> put(appointment.status("Cancelled")));
    }

    /** The cancellations carried out on request of API callers, oldest first; the latest 10,000 are kept. */
    public synchronized List<Cancellation> cancellations() {
        return List.copyOf(cancellations);
    }

    synchronized void record(Cancellation cancellation) {
        if (cancellations.size() >= CANCELLATIONS_KEPT) {
            cancellations.removeFirst();
        }
        cancellations.addLast(cancellation);
    }

    /** How this site answers. */
    public synchronized SiteStyle style() {
        return style;
    }

    /** Changes how this site answers, from the next request on. */
    public synchronized Site style(SiteStyle changed) {
        style = changed;
        return this;
    }

    /** The limits on log-ins. */
    public synchronized LoginRules loginRules() {
        return loginRules;
    }

    /** Changes the limits on log-ins, from the next log-in on. */
    public synchronized Site loginRules(LoginRules changed) {
        loginRules = changed;
        return this;
    }

    synchronized void clear() {
        companies.clear();
        users.clear();
        contacts.clear();
        orders.clear();
        appointments.clear();
        looseRows.clear();
        cancellations.clear();
        style = SiteStyle.USUAL;
        loginRules = LoginRules.USUAL;
    }

    private static String userKey(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Ref appointmentKey(String company, String uid) {
        return new Ref(company, uid.toLowerCase(Locale.ROOT));
    }

    private static Ref looseKey(Endpoint list, String company, String contact) {
        return new Ref(list + "\n" + company, contact);
    }
}
