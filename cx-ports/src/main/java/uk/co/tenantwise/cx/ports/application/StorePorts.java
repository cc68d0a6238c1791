package uk.co.tenantwise.cx.ports.application;

import uk.co.tenantwise.cx.domain.refresh.DetailsSnapshot;
import uk.co.tenantwise.cx.domain.refresh.RepairsSnapshot;
import uk.co.tenantwise.cx.ports.driven.ForKeepingSnapshots;
import uk.co.tenantwise.cx.ports.driven.ForRememberingAnswers;
import uk.co.tenantwise.cx.ports.driven.ForStoringCancellations;
import uk.co.tenantwise.cx.ports.driven.ForStoringSettings;

/**
 * The ports that keep things.
 *
 * @param settings the settings and their history
 * @param cancellations attempts to cancel
 * @param answers answers to requests with an idempotency key
 * @param repairs snapshots of repairs and appointments
 * @param details snapshots of customer details
 */
public record StorePorts(
        ForStoringSettings settings,
        ForStoringCancellations cancellations,
        ForRememberingAnswers answers,
        ForKeepingSnapshots<RepairsSnapshot> repairs,
        ForKeepingSnapshots<DetailsSnapshot> details) {}
