/**
 * The key file and what it encrypts.
 * Messages are checked for what they must not hold.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.secret;

import org.jspecify.annotations.NullMarked;
