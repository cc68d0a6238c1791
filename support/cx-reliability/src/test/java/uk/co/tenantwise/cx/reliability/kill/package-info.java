/**
 * The kill harness: cancellations are brought to chosen steps, the node is killed, and afterwards Cx, our record and what
 * customers see must agree. A short form runs in the build, the long one by command: see the README of the module.
 */
@NullMarked
package uk.co.tenantwise.cx.reliability.kill;

import org.jspecify.annotations.NullMarked;
