/**
 * Snapshots and log-ins that the nodes of one instance share by Redis or Valkey.
 * Redis is optional at run time: while it is away, frozen, full or read-only, each node goes by what it knows itself.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.redis;

import org.jspecify.annotations.NullMarked;
