/**
 * Plain-English sentences for customers, from decisions and deadlines. One catalogue, so that a page, an answer of the
 * API and a preview cannot say different things.
 */
@NullMarked
package uk.co.tenantwise.cx.domain.wording;

import org.jspecify.annotations.NullMarked;
