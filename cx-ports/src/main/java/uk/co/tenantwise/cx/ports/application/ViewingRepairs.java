package uk.co.tenantwise.cx.ports.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.refresh.DetailsSnapshot;
import uk.co.tenantwise.cx.domain.refresh.RepairsSnapshot;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.driving.ForViewingRepairs;
import uk.co.tenantwise.cx.ports.driving.Staleness;
import uk.co.tenantwise.cx.ports.driving.ViewResult;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Shows customers their repairs, from Cx or from a snapshot (rule R7). */
final class ViewingRepairs implements ForViewingRepairs {
    private final StorePorts stores;
    private final Snapshots snapshots;
    private final Surroundings surroundings;
    private final Limits limits;
    private final Readers readers;
    private final Presenting presenting;

    ViewingRepairs(StorePorts stores, Snapshots snapshots, Surroundings surroundings, Limits limits, Readers readers) {
        this.stores = stores;
        this.snapshots = snapshots;
        this.readers = readers;
        this.surroundings = surroundings;
        this.limits = limits;
        this.presenting = new Presenting(surroundings.holidays());
    }

    @Override
    public ViewResult signIn(ContactReference contact) {
        return serve(contact, true);
    }

    @Override
    public ViewResult view(ContactReference contact) {
        return serve(contact, false);
    }

    /** Answers from the settings now in force; when their source changes meanwhile, what was retrieved is not shown. */
    private ViewResult serve(ContactReference contact, boolean signIn) {
        while (true) {
            IntegrationSettings settings = stores.settings().current();
            Optional<CxAccess> access = settings.access();
            if (access.isEmpty()) {
                return new ViewResult.NotServing(settings.readiness());
            }
            ViewResult result = serve(settings, access.get(), contact, signIn);
            if (stores.settings().current().source().equals(settings.source())) {
                return result;
            }
        }
    }

    private ViewResult serve(IntegrationSettings settings, CxAccess access, ContactReference contact, boolean signIn) {
        Optional<RepairsSnapshot> kept =
                signIn ? snapshots.latestRepairs(settings, contact) : snapshots.repairs(settings, contact);
        Instant now = surroundings.clock().instant();
        if (!signIn && kept.isPresent() && !kept.get().isDue(settings.refresh(), now)) {
            readers.read(contact, now);
            Optional<DetailsSnapshot> details = snapshots.details(settings, contact);
            if (areDue(details, settings) && !snapshots.haveDetailsJustFailed(contact)) {
                snapshots.retrieveDetails(settings, access, contact, details);
            }
            return shown(settings, kept.get(), Source.CACHE, Optional.empty());
        }
        try {
            RepairsSnapshot live =
                    snapshots.retrieve(settings, access, contact, kept, details -> signIn || areDue(details, settings));
            return shown(settings, live, Source.LIVE, Optional.empty());
        } catch (CxFault.NotFound unknown) {
            snapshots.forget(settings, contact);
            return new ViewResult.UnknownCustomer();
        } catch (CxFault fault) {
            return stale(settings, contact, fault).orElseThrow(() -> fault);
        }
    }

    private Optional<ViewResult> stale(IntegrationSettings settings, ContactReference contact, CxFault fault) {
        Instant now = surroundings.clock().instant();
        return snapshots
                .repairs(settings, contact)
                .filter(kept -> !age(kept, now).minus(limits.maxStale()).isPositive())
                .map(kept ->
                        shown(settings, kept, Source.STALE, Optional.of(new Staleness(age(kept, now), fault.code()))));
    }

    private boolean areDue(Optional<DetailsSnapshot> details, IntegrationSettings settings) {
        Instant now = surroundings.clock().instant();
        return details.filter(kept -> !kept.retrievedAt().isAfter(now)
                        && now.isBefore(settings.refresh().customerDueAt(kept.retrievedAt())))
                .isEmpty();
    }

    private ViewResult shown(
            IntegrationSettings settings, RepairsSnapshot snapshot, Source source, Optional<Staleness> staleness) {
        Instant now = surroundings.clock().instant();
        surroundings.observer().observe(new Observation.Served(source, age(snapshot, now)));
        Optional<CustomerDetails> details =
                snapshots.details(settings, snapshot.contact()).map(DetailsSnapshot::details);
        return new ViewResult.Shown(presenting.view(settings, snapshot, details, source, staleness, now));
    }

    private static Duration age(RepairsSnapshot snapshot, Instant now) {
        Duration age = Duration.between(snapshot.retrievedAt(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
