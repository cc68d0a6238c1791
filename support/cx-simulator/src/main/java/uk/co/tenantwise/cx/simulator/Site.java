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

    private record Key(String company, String reference) {}

    private final Map<String, Company> companies = new LinkedHashMap<>();
    private final Map<String, CxUser> users = new LinkedHashMap<>();
    private final Map<Key, Contact> contacts = new LinkedHashMap<>();
    private final Map<Key, WorkOrder> orders = new LinkedHashMap<>();
    private final Map<Key, Appointment> appointments = new LinkedHashMap<>();
    private final Map<Key, List<@Nullable Object>> looseRows = new LinkedHashMap<>();
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
        contacts.put(new Key(contact.company(), contact.reference()), contact);
        return this;
    }

    /** Adds or replaces a works order. */
    public synchronized Site put(WorkOrder order) {
        orders.put(new Key(order.company(), order.reference()), order);
        return this;
    }

    /** Adds or replaces an appointment. */
    public synchronized Site put(Appointment appointment) {
        appointments.put(appointmentKey(appointment.company(), appointment.uid()), appointment);
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
        contacts.remove(new Key(company, reference));
        return this;
    }

    /** Removes a works order; its appointments stay. */
    public synchronized Site removeWorkOrder(String company, String reference) {
        orders.remove(new Key(company, reference));
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
        return List.copyOf(contacts.values());
    }

    /** One contact. */
    public synchronized Optional<Contact> contact(String company, String reference) {
        return Optional.ofNullable(contacts.get(new Key(company, reference)));
    }

    /** Every works order. */
    public synchronized List<WorkOrder> workOrders() {
        return List.copyOf(orders.values());
    }

    /** One works order. */
    public synchronized Optional<WorkOrder> workOrder(String company, String reference) {
        return Optional.ofNullable(orders.get(new Key(company, reference)));
    }

    /** Every appointment. */
    public synchronized List<Appointment> appointments() {
        return List.copyOf(appointments.values());
    }

    /** One appointment, by GUID without regard to case. */
    public synchronized Optional<Appointment> appointment(String company, String uid) {
        return Optional.ofNullable(appointments.get(appointmentKey(company, uid)));
    }

    /** The appointments linked to one works order. */
    public synchronized List<Appointment> appointmentsOf(String company, String orderReference) {
        return appointments.values().stream()
                .filter(appointment -> appointment.company().equals(company)
                        && appointment
                                .workOrder()
                                .filter(orderReference::equals)
                                .isPresent())
                .toList();
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

    private static Key appointmentKey(String company, String uid) {
        return new Key(company, uid.toLowerCase(Locale.ROOT));
    }

    private static Key looseKey(Endpoint list, String company, String contact) {
        return new Key(list + "\n" + company, contact);
    }
}
