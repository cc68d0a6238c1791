/** What has been used up, in the database: the same for all nodes of an instance. */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.use;

import org.jspecify.annotations.NullMarked;
