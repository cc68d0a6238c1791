package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Catches faults. */
final class Faults {
    private Faults() {}

    static <F extends CxFault> F fault(Class<F> type, ThrowingCallable use) {
        CxFault thrown = catchThrowableOfType(CxFault.class, use);
        assertThat(thrown).isInstanceOf(type);
        return type.cast(thrown);
    }
}
