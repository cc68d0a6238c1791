/**
 * Redis itself, run by the tests: what nodes share, and what happens when Redis is stopped, frozen, full or emptied.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.redis;

import org.jspecify.annotations.NullMarked;
