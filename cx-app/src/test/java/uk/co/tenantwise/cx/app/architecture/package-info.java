/**
 * The rules of the project's packages, checked over every module. The fixtures below break each rule on purpose.
 */
@NullMarked
package uk.co.tenantwise.cx.app.architecture;

import org.jspecify.annotations.NullMarked;
