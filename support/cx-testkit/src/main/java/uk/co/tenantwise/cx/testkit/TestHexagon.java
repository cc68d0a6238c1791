package uk.co.tenantwise.cx.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.refresh.DetailsSnapshot;
import uk.co.tenantwise.cx.domain.refresh.RepairsSnapshot;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.ConnectionDraft;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.application.CxPorts;
import uk.co.tenantwise.cx.ports.application.Limits;
import uk.co.tenantwise.cx.ports.application.StorePorts;
import uk.co.tenantwise.cx.ports.application.Surroundings;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.driving.CustomerView;
import uk.co.tenantwise.cx.ports.driving.Save;
import uk.co.tenantwise.cx.ports.driving.SaveResult;
import uk.co.tenantwise.cx.ports.driving.ViewResult;
import uk.co.tenantwise.cx.testkit.cx.InMemoryCx;
import uk.co.tenantwise.cx.testkit.store.InMemoryAnswers;
import uk.co.tenantwise.cx.testkit.store.InMemoryCancellations;
import uk.co.tenantwise.cx.testkit.store.InMemorySettings;
import uk.co.tenantwise.cx.testkit.store.InMemorySnapshots;

/**
 * The whole integration wired by hand from fakes, without any framework. Cx starts with one company and the customer
 * {@link Builders#CONTACT}; the clock stands at {@link Builders#NOW}; the bank holidays are Christmas Day and Boxing Day
 * of 2026. Close it to end its threads.
 */
public final class TestHexagon implements AutoCloseable {
    /** Who saves in tests. */
    public static final Save ADMIN = new Save("admin", Optional.empty());

    private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28));

    /** Cx. */
    public final InMemoryCx cx = new InMemoryCx().with(Builders.someDetails());
    /** The time. */
    public final ManualClock clock = ManualClock.atNow();
    /** The settings. */
    public final InMemorySettings settings = new InMemorySettings();
    /** The remembered answers. */
    public final InMemoryAnswers answers = new InMemoryAnswers();
    /** The attempts to cancel. */
    public final InMemoryCancellations cancellations = new InMemoryCancellations(answers);
    /** The snapshots of repairs. */
    public final InMemorySnapshots<RepairsSnapshot> repairs = new InMemorySnapshots<>();
    /** The snapshots of customer details. */
    public final InMemorySnapshots<DetailsSnapshot> details = new InMemorySnapshots<>();
    /** What was observed, in order. */
    public final List<Observation> observations = new CopyOnWriteArrayList<>();
    /** The integration itself. */
    public final CxIntegration integration;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong ids = new AtomicLong();

    /** With the default limits and two addresses to whitelist. */
    public TestHexagon() {
        this(new Limits(
                Limits.DEFAULT.maxStale(),
                Limits.DEFAULT.settle(),
                List.of("203.0.113.5", "203.0.113.6"),
                Limits.DEFAULT.attention()));
    }

    /** With other limits. */
    public TestHexagon(Limits limits) {
        integration = node(limits, this::nextId);
    }

    /**
     * Another node of the same instance: it shares Cx, stores and clock.
     *
     * @param beforeEachAttempt is run when it has decided to make an attempt and has not stored it yet
     */
    public CxIntegration anotherNode(Runnable beforeEachAttempt) {
        return node(Limits.DEFAULT, () -> {
            beforeEachAttempt.run();
            return nextId();
        });
    }

    private CancellationId nextId() {
        return new CancellationId(new UUID(0, ids.incrementAndGet()));
    }

    private CxIntegration node(Limits limits, Supplier<CancellationId> attemptIds) {
        return CxIntegration.open(
                new CxPorts(cx, cx, cx, cx, cx, cx, cx, cx),
                new StorePorts(settings, cancellations, answers, repairs, details),
                new Surroundings(
                        clock, executor, attemptIds, (date, nation) -> HOLIDAYS.contains(date), observations::add),
                limits);
    }

    /** Saves {@link Builders#CONNECTION}, enabled, and selects {@link Builders#COMPANY}. */
    public TestHexagon connected() {
        saved(integration.administering().saveConnection(draft(true, Builders.CONNECTION), ADMIN));
        saved(integration
                .administering()
                .selectCompany(Optional.of(Builders.COMPANY.id().value()), ADMIN));
        return this;
    }

    /** A draft of that connection. */
    public static ConnectionDraft draft(boolean enabled, CxConnection connection) {
        return new ConnectionDraft(
                Optional.of(enabled),
                Optional.of(connection.apiUrl().toString()),
                Optional.of(connection.username()),
                Optional.of(connection.password()));
    }

    /** The settings of a save. @throws AssertionError when nothing was saved */
    public static IntegrationSettings saved(SaveResult result) {
        if (result instanceof SaveResult.Saved saved) {
            return saved.settings();
        }
        throw new AssertionError("expected a save, was " + result);
    }

    /** Signs {@link Builders#CONTACT} in. @throws AssertionError when nothing is shown */
    public CustomerView signIn() {
        return shown(integration.viewing().signIn(Builders.CONTACT));
    }

    /** Shows {@link Builders#CONTACT} the repairs. @throws AssertionError when nothing is shown */
    public CustomerView view() {
        return view(Builders.CONTACT);
    }

    /** Shows a customer the repairs. @throws AssertionError when nothing is shown */
    public CustomerView view(ContactReference contact) {
        return shown(integration.viewing().view(contact));
    }

    @Override
    public void close() {
        cx.heal();
        executor.close();
    }

    private static CustomerView shown(ViewResult result) {
        if (result instanceof ViewResult.Shown shown) {
            return shown.view();
        }
        throw new AssertionError("expected a view, was " + result);
    }
}
