/**
 * Secrets encrypted at rest, and the file with the key.
 * Plain text is never written, logged or put into an exception.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.secret;

import org.jspecify.annotations.NullMarked;
