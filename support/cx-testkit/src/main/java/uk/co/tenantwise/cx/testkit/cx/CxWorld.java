package uk.co.tenantwise.cx.testkit.cx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.domain.settings.CompanyId;

/** The data of {@link InMemoryCx}. Values only, so that nothing handed out can be changed. Thread-safe. */
final class CxWorld {
    private record Owner(CompanyId company, ContactReference contact) {}

    private static final class Folder {
        private CustomerDetails details;
        private final List<Repair> repairs = new ArrayList<>();
        private final List<Appointment> appointments = new ArrayList<>();

        private Folder(ContactReference contact) {
            details = new CustomerDetails(contact, Optional.empty(), Optional.empty());
        }
    }

    private final Map<CompanyId, Company> companies = new LinkedHashMap<>();
    private final Map<Owner, Folder> folders = new LinkedHashMap<>();

    synchronized void add(Company company) {
        companies.put(company.id(), company);
    }

    synchronized void removeCompanies() {
        companies.clear();
    }

    synchronized List<Company> companies() {
        return List.copyOf(companies.values());
    }

    synchronized void put(CompanyId company, CustomerDetails details) {
        folder(company, details.contact()).details = details;
    }

    synchronized void remove(CompanyId company, ContactReference contact) {
        folders.remove(new Owner(company, contact));
    }

    synchronized void add(CompanyId company, ContactReference contact, Repair repair) {
        Folder folder = folder(company, contact);
        folder.repairs.add(repair.withAppointments(List.of()));
        folder.appointments.addAll(repair.appointments());
    }

    synchronized void add(CompanyId company, ContactReference contact, Appointment appointment) {
        folder(company, contact).appointments.add(appointment);
    }

    synchronized Optional<CustomerDetails> details(CompanyId company, ContactReference contact) {
        return find(company, contact).map(folder -> folder.details);
    }

    synchronized Optional<List<Repair>> repairs(CompanyId company, ContactReference contact) {
        return find(company, contact).map(folder -> List.copyOf(folder.repairs));
    }

    synchronized Optional<List<Appointment>> appointments(CompanyId company, ContactReference contact) {
        return find(company, contact).map(folder -> List.copyOf(folder.appointments));
    }

    synchronized Optional<Repair> repair(CompanyId company, Predicate<Repair> which) {
        return folders.entrySet().stream()
                .filter(entry -> entry.getKey().company().equals(company))
                .flatMap(entry -> entry.getValue().repairs.stream())
                .filter(which)
                .findFirst();
    }

    synchronized Optional<Appointment> appointment(CompanyId company, Predicate<Appointment> which) {
        return folders.entrySet().stream()
                .filter(entry -> entry.getKey().company().equals(company))
                .flatMap(entry -> entry.getValue().appointments.stream())
                .filter(which)
                .findFirst();
    }

    synchronized void changeRepairs(CompanyId company, UnaryOperator<Repair> change) {
        each(company, folder -> folder.repairs.replaceAll(change));
    }

    synchronized void changeAppointments(CompanyId company, UnaryOperator<Appointment> change) {
        each(company, folder -> folder.appointments.replaceAll(change));
    }

    synchronized void removeRepairs(CompanyId company, Predicate<Repair> which) {
        each(company, folder -> folder.repairs.removeIf(which));
    }

    synchronized void removeAppointments(CompanyId company, Predicate<Appointment> which) {
        each(company, folder -> folder.appointments.removeIf(which));
    }

    private void each(CompanyId company, Consumer<Folder> action) {
        folders.forEach((owner, folder) -> {
            if (owner.company().equals(company)) {
                action.accept(folder);
            }
        });
    }

    private Optional<Folder> find(CompanyId company, ContactReference contact) {
        return Optional.ofNullable(folders.get(new Owner(company, contact)));
    }

    private Folder folder(CompanyId company, ContactReference contact) {
        return folders.computeIfAbsent(new Owner(company, contact), owner -> new Folder(contact));
    }
}
