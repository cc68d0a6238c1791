/**
 * What people see in a browser: an administrator's Integrations pages and a customer's repairs. Rendered here on the
 * server from the same driving ports as the API; everything works without scripts.
 */
@NullMarked
package uk.co.tenantwise.cx.app.pages;

import org.jspecify.annotations.NullMarked;
