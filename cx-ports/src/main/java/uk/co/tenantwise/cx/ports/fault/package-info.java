/**
 * What can go wrong with Cx (rule R8): one closed hierarchy, so that every translation of it is exhaustive; and, apart from
 * it, with our own stores. A fault is never "nothing found" and never an empty list.
 */
@NullMarked
package uk.co.tenantwise.cx.ports.fault;

import org.jspecify.annotations.NullMarked;
