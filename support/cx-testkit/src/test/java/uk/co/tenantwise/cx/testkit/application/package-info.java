/** The use cases, wired by hand from the fakes of the test kit. No framework takes part. */
@NullMarked
package uk.co.tenantwise.cx.testkit.application;

import org.jspecify.annotations.NullMarked;
