/**
 * The format check of the build, and the command that formats. It is no part of the service.
 */
@NullMarked
package uk.co.tenantwise.cx.format;

import org.jspecify.annotations.NullMarked;
