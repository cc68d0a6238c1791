package uk.co.tenantwise.cx.ports.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.co.tenantwise.cx.domain.refresh.DetailsSnapshot;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;
import uk.co.tenantwise.cx.domain.refresh.RepairsSnapshot;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.ports.driven.ForStoringSettings;
import uk.co.tenantwise.cx.ports.driving.ForRefreshingAhead;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Retrieves ahead for active customers, a few at a time: those who ask for something now come first. */
final class RefreshingAhead implements ForRefreshingAhead {
    private static final int AT_ONCE = 4;

    private final ForStoringSettings settingsStore;
    private final Snapshots snapshots;
    private final Readers readers;
    private final Surroundings surroundings;
    private Set<Due> tried = Set.of();

    /**
     * What will be due soon; each snapshot is tried once.
     *
     * @param repairs the snapshot; empty when only the details will be due
     * @param details the details, when only they will be due
     */
    private record Due(
            ContactReference contact, Optional<RepairsSnapshot> repairs, Optional<DetailsSnapshot> details) {}

    RefreshingAhead(StorePorts stores, Snapshots snapshots, Readers readers, Surroundings surroundings) {
        this.settingsStore = stores.settings();
        this.snapshots = snapshots;
        this.readers = readers;
        this.surroundings = surroundings;
    }

    @Override
    public synchronized int refreshSoonDue() {
        IntegrationSettings settings = settingsStore.current();
        Instant now = surroundings.clock().instant();
        List<ContactReference> active =
                readers.since(now.minus(settings.refresh().interest()));
        Optional<CxAccess> access = settings.access();
        if (access.isEmpty()) {
            return 0;
        }
        Set<Due> soon = active.stream()
                .flatMap(contact -> soonDue(settings, contact, now))
                .collect(Collectors.toUnmodifiableSet());
        List<Due> untried = soon.stream().filter(due -> !tried.contains(due)).toList();
        tried = soon;
        int refreshed = 0;
        for (int from = 0; from < untried.size() && isInForce(settings); from += AT_ONCE) {
            refreshed +=
                    refresh(settings, access.get(), untried.subList(from, Math.min(untried.size(), from + AT_ONCE)));
        }
        return refreshed;
    }

    /** Whether the settings have not changed meanwhile: a run can take minutes while Cx is slow. */
    private boolean isInForce(IntegrationSettings settings) {
        return settingsStore.current().version().equals(settings.version());
    }

    private Stream<Due> soonDue(IntegrationSettings settings, ContactReference contact, Instant now) {
        RefreshPolicy policy = settings.refresh();
        Optional<RepairsSnapshot> repairs = snapshots.repairs(settings, contact);
        boolean repairsSoon = repairs.map(RepairsSnapshot::retrievedAt)
                .filter(at ->
                        isReadSince(contact, at) && isBetween(now, policy.repairsAheadAt(at), policy.repairsDueAt(at)))
                .isPresent();
        if (repairsSoon) {
            return Stream.of(new Due(contact, repairs, Optional.empty()));
        }
        Optional<DetailsSnapshot> details = snapshots.details(settings, contact);
        boolean detailsSoon = details.map(DetailsSnapshot::retrievedAt)
                .filter(at -> isReadSince(contact, at)
                        && isBetween(now, policy.customerAheadAt(at), policy.customerDueAt(at)))
                .isPresent();
        return detailsSoon ? Stream.of(new Due(contact, Optional.empty(), details)) : Stream.empty();
    }

    private boolean isReadSince(ContactReference contact, Instant retrievedAt) {
        return readers.lastRead(contact)
                .filter(last -> last.isAfter(retrievedAt))
                .isPresent();
    }

    private static boolean isBetween(Instant now, Instant from, Instant until) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    private int refresh(IntegrationSettings settings, CxAccess access, List<Due> few) {
        List<CompletableFuture<Boolean>> retrievals = few.stream()
                .map(due ->
                        CompletableFuture.supplyAsync(() -> refresh(settings, access, due), surroundings.executor()))
                .toList();
        return (int) retrievals.stream().filter(CompletableFuture::join).count();
    }

    private boolean refresh(IntegrationSettings settings, CxAccess access, Due due) {
        if (due.repairs().isEmpty()) {
            return snapshots.retrieveDetails(settings, access, due.contact(), due.details());
        }
        try {
            snapshots.retrieve(settings, access, due.contact(), due.repairs(), details -> !areFresh(details, settings));
            return true;
        } catch (CxFault fault) {
            // Observed where it happened; the next read finds what was kept, and tries itself when that is due.
            return false;
        }
    }

    private boolean areFresh(Optional<DetailsSnapshot> details, IntegrationSettings settings) {
        Instant now = surroundings.clock().instant();
        return details.filter(kept -> now.isBefore(settings.refresh().customerAheadAt(kept.retrievedAt())))
                .isPresent();
    }
}
