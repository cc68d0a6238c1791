package uk.co.tenantwise.cx.ports.application;

import uk.co.tenantwise.cx.ports.driving.ForAdministeringSettings;
import uk.co.tenantwise.cx.ports.driving.ForCancelling;
import uk.co.tenantwise.cx.ports.driving.ForExplainingFaults;
import uk.co.tenantwise.cx.ports.driving.ForListingCompanies;
import uk.co.tenantwise.cx.ports.driving.ForPreviewingSettings;
import uk.co.tenantwise.cx.ports.driving.ForRefreshingAhead;
import uk.co.tenantwise.cx.ports.driving.ForRefreshingNow;
import uk.co.tenantwise.cx.ports.driving.ForResolvingCancellations;
import uk.co.tenantwise.cx.ports.driving.ForReviewingCancellations;
import uk.co.tenantwise.cx.ports.driving.ForSettlingCancellations;
import uk.co.tenantwise.cx.ports.driving.ForTestingConnection;
import uk.co.tenantwise.cx.ports.driving.ForViewingRepairs;

/**
 * The integration of one instance: driven ports in, driving ports out. Needs no framework; thread-safe when the driven
 * ports are.
 *
 * @param viewing shows customers their repairs
 * @param cancelling cancels for customers
 * @param resolving finds out what became of lost cancellations; to be called every second or so
 * @param administering shows and saves settings
 * @param companies lists the companies of Cx
 * @param testing tests the connection
 * @param explaining explains faults to administrators
 * @param refreshing makes changes reach customers at once
 * @param ahead retrieves for active customers before their data are due; to be called every second or so
 * @param previewing shows what repairs settings would do
 * @param reviewing lists attempts to cancel
 * @param settling records what became of attempts that could not be resolved
 */
public record CxIntegration(
        ForViewingRepairs viewing,
        ForCancelling cancelling,
        ForResolvingCancellations resolving,
        ForAdministeringSettings administering,
        ForListingCompanies companies,
        ForTestingConnection testing,
        ForExplainingFaults explaining,
        ForRefreshingNow refreshing,
        ForRefreshingAhead ahead,
        ForPreviewingSettings previewing,
        ForReviewingCancellations reviewing,
        ForSettlingCancellations settling) {

    /** Wires the use cases. */
    public static CxIntegration open(CxPorts cx, StorePorts stores, Surroundings surroundings, Limits limits) {
        Retrieving retrieving = new Retrieving(cx, surroundings);
        Snapshots snapshots = new Snapshots(stores, retrieving, surroundings);
        CancelSending sending = new CancelSending(cx.cancelling(), retrieving, stores, snapshots, surroundings, limits);
        CancelResolving resolving = new CancelResolving(sending, retrieving, stores, surroundings, limits);
        KeyedAnswers keyed = new KeyedAnswers(stores, surroundings);
        LiveDecision live = new LiveDecision(sending, retrieving, stores, snapshots, surroundings, keyed);
        OneAtATime perCustomer = new OneAtATime();
        Readers readers = new Readers();
        return new CxIntegration(
                new ViewingRepairs(stores, snapshots, surroundings, limits, readers),
                new CancellingRepairs(live, resolving, stores, surroundings, perCustomer, keyed),
                new ResolvingCancellations(resolving, stores, surroundings, perCustomer, limits),
                new AdministeringSettings(cx, stores, snapshots, surroundings.clock()),
                new ListingCompanies(cx.companies(), stores.settings()),
                new TestingConnection(cx, stores.settings(), surroundings.clock(), limits),
                new ExplainingFaults(cx.probing(), stores.settings(), limits),
                new RefreshingNow(stores.settings(), snapshots),
                new RefreshingAhead(stores, snapshots, readers, surroundings),
                new PreviewingSettings(stores, surroundings),
                new ReviewingCancellations(stores, surroundings, limits),
                new SettlingCancellations(stores, snapshots, surroundings, limits, perCustomer));
    }
}
