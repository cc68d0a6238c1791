/**
 * Settings on both databases: the contract, other nodes, an absent database, an absent key.
 * The password is looked for in every byte that is on the disk.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.settings;

import org.jspecify.annotations.NullMarked;
