/**
 * What the Status page shows of the last 24 hours: counts by the hour, kept in memory on this node.
 */
@NullMarked
package uk.co.tenantwise.cx.app.pages.diary;

import org.jspecify.annotations.NullMarked;
