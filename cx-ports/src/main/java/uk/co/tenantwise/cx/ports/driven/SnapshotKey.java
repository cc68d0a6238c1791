package uk.co.tenantwise.cx.ports.driven;

import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;

/**
 * Whose data, and from which source: a change of connection or company makes another source (rule R7).
 *
 * @param source the version of the settings in which the source last changed
 * @param contact the customer
 */
public record SnapshotKey(SettingsVersion source, ContactReference contact) {}
