/**
 * What an administrator configures, with its defaults and its validation (rules R1 and R2).
 * Values are immutable; drafts hold input as it came and say what is wrong with it.
 */
@NullMarked
package uk.co.tenantwise.cx.domain.settings;

import org.jspecify.annotations.NullMarked;
