/**
 * What can go wrong with Cx (rule R8): one closed hierarchy, so that every translation of it is exhaustive.
 * A fault is never "nothing found" and never an empty list.
 */
@NullMarked
package uk.co.tenantwise.cx.ports.fault;

import org.jspecify.annotations.NullMarked;
