/**
 * Who calls, and what they may do. Tokens for everybody, and one administrator account with a password.
 */
@NullMarked
package uk.co.tenantwise.cx.app.security;

import org.jspecify.annotations.NullMarked;
