package uk.co.tenantwise.cx.ports.application;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import uk.co.tenantwise.cx.domain.refresh.DetailsSnapshot;
import uk.co.tenantwise.cx.domain.refresh.RepairsSnapshot;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.visibility.VisibleRepairs;
import uk.co.tenantwise.cx.ports.driven.ForKeepingSnapshots;
import uk.co.tenantwise.cx.ports.driven.SnapshotKey;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** The snapshots of customers, always addressed by the source of the settings (rule R7). */
final class Snapshots {
    private static final int MOST_TRIES = 3;

    private final ForKeepingSnapshots<RepairsSnapshot> repairs;
    private final ForKeepingSnapshots<DetailsSnapshot> details;
    private final Retrieving retrieving;
    private final Surroundings surroundings;
    private final RecentFailures failedDetails = new RecentFailures();

    Snapshots(StorePorts stores, Retrieving retrieving, Surroundings surroundings) {
        this.repairs = stores.repairs();
        this.details = stores.details();
        this.retrieving = retrieving;
        this.surroundings = surroundings;
    }

    Optional<RepairsSnapshot> repairs(IntegrationSettings settings, ContactReference contact) {
        return repairs.find(key(settings, contact))
                .filter(snapshot -> snapshot.contact().equals(contact));
    }

    /** The snapshot of any node at this moment. */
    Optional<RepairsSnapshot> latestRepairs(IntegrationSettings settings, ContactReference contact) {
        return repairs.latest(key(settings, contact))
                .filter(snapshot -> snapshot.contact().equals(contact));
    }

    Optional<DetailsSnapshot> details(IntegrationSettings settings, ContactReference contact) {
        return details.find(key(settings, contact))
                .filter(snapshot -> snapshot.details().contact().equals(contact));
    }

    /**
     * Retrieves a customer's data in one flight, however many ask for it at once: repairs and appointments, and details
     * too when {@code detailsDue} says so of those that are kept. When details cannot be retrieved those that are kept have to do. A flight that
     * began under another start date is not joined but superseded. What others have retrieved since {@code seen} was kept
     * is not retrieved again.
     */
    RepairsSnapshot retrieve(
            IntegrationSettings settings,
            CxAccess access,
            ContactReference contact,
            Optional<RepairsSnapshot> seen,
            Predicate<Optional<DetailsSnapshot>> detailsDue) {
        SnapshotKey key = key(settings, contact);
        Supplier<RepairsSnapshot> flight = () -> {
            CompletableFuture<?> withDetails = CompletableFuture.runAsync(
                    () -> {
                        Optional<DetailsSnapshot> known = details.latest(key);
                        if (detailsDue.test(known)) {
                            retrieveDetails(settings, access, contact, known);
                        }
                    },
                    surroundings.executor());
            RepairsSnapshot snapshot = live(settings, access, contact);
            withDetails.join();
            return snapshot;
        };
        RepairsSnapshot snapshot = retrieve(settings, key, seen, flight);
        return snapshot.limit().equals(settings.repairs().visibility()) ? snapshot : repairs.retrieveAnew(key, flight);
    }

    /** What others have put in the place of {@code seen} without retrieving it, or long ago, is no answer to this. */
    private RepairsSnapshot retrieve(
            IntegrationSettings settings,
            SnapshotKey key,
            Optional<RepairsSnapshot> seen,
            Supplier<RepairsSnapshot> flight) {
        RepairsSnapshot snapshot = repairs.retrieve(key, seen, flight);
        for (int again = 0; again < MOST_TRIES && isOld(settings, snapshot); again++) {
            snapshot = repairs.retrieve(key, Optional.of(snapshot), flight);
        }
        return snapshot;
    }

    /** One that seems to be of the future comes of a node whose clock is a little ahead, and is new. */
    private boolean isOld(IntegrationSettings settings, RepairsSnapshot snapshot) {
        Instant dueAt = settings.refresh().repairsDueAt(snapshot.retrievedAt());
        return snapshot.amended() || !surroundings.clock().instant().isBefore(dueAt);
    }

    /**
     * Retrieves details in place of {@code seen}; a page without a name is better than no page.
     *
     * @return whether it worked
     */
    boolean retrieveDetails(
            IntegrationSettings settings, CxAccess access, ContactReference contact, Optional<DetailsSnapshot> seen) {
        try {
            details.retrieve(key(settings, contact), seen, () -> retrieving.details(access, contact));
            failedDetails.forget(contact);
            return true;
        } catch (CxFault fault) {
            // Observed where it happened; the details that are kept, if any, are shown.
            failedDetails.note(contact, surroundings.clock().instant());
            return false;
        }
    }

    /** Whether details could not be retrieved within the last minute: a page from the cache does not wait for them again. */
    boolean haveDetailsJustFailed(ContactReference contact) {
        return failedDetails.isRecent(contact, surroundings.clock().instant());
    }

    /**
     * After something was changed in Cx: retrieves again. When that fails, what was kept is amended by what is known of the
     * change; it is due, and serves as stale data while Cx is away. Does nothing when {@code access} leads to another site
     * than the one that customers are shown now.
     */
    Optional<RepairsSnapshot> retrieveAfterChange(
            IntegrationSettings settings,
            CxAccess access,
            ContactReference contact,
            UnaryOperator<VisibleRepairs> change) {
        if (!settings.access().equals(Optional.of(access))) {
            return Optional.empty();
        }
        Change made = new Change(change, surroundings.clock().instant());
        try {
            return Optional.of(repairs.retrieveAnew(key(settings, contact), () -> live(settings, access, contact)));
        } catch (CxFault fault) {
            amend(settings, contact, made, fault);
            return Optional.empty();
        }
    }

    /**
     * Another node may amend the same snapshot at once; so this looks whether what it knows has stayed in. Nothing is put in
     * the place of what was dropped meanwhile. What two nodes learn of one visit in the same moment may still get lost, until
     * Cx can be read.
     */
    private void amend(IntegrationSettings settings, ContactReference contact, Change change, CxFault fault) {
        SnapshotKey key = key(settings, contact);
        Optional<RepairsSnapshot> kept = latestRepairs(settings, contact);
        if (kept.isEmpty()) {
            repairs.drop(key);
        }
        try {
            for (int again = 0;
                    again < MOST_TRIES && kept.filter(change::isMissingIn).isPresent();
                    again++) {
                repairs.retrieveAnew(
                        key,
                        () -> latestRepairs(settings, contact).map(change::in).orElseThrow(() -> fault));
                kept = latestRepairs(settings, contact);
            }
        } catch (CxFault dropped) {
            // Somebody wants it to be forgotten.
        }
    }

    /** What is known to have changed in Cx, and since when. */
    private record Change(UnaryOperator<VisibleRepairs> change, Instant at) {
        /** What somebody has retrieved since shows it already. */
        boolean isMissingIn(RepairsSnapshot kept) {
            return kept.amended()
                    ? !change.apply(kept.visible()).equals(kept.visible())
                    : !kept.retrievedAt().isAfter(at);
        }

        RepairsSnapshot in(RepairsSnapshot kept) {
            return isMissingIn(kept) ? kept.amendedBy(change) : kept;
        }
    }

    boolean forget(IntegrationSettings settings, ContactReference contact) {
        details.drop(key(settings, contact));
        return repairs.drop(key(settings, contact));
    }

    int forgetAll() {
        details.dropAll();
        return repairs.dropAll();
    }

    private RepairsSnapshot live(IntegrationSettings settings, CxAccess access, ContactReference contact) {
        return retrieving.repairs(access, contact, settings.repairs().visibility());
    }

    private static SnapshotKey key(IntegrationSettings settings, ContactReference contact) {
        return new SnapshotKey(settings.source(), contact);
    }
}
