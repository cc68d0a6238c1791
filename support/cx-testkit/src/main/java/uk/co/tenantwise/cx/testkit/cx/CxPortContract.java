package uk.co.tenantwise.cx.testkit.cx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import uk.co.tenantwise.cx.domain.settings.CompanyId;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.testkit.Builders;

/**
 * What the contracts of the ports on the side of Cx have in common. The data are always those of {@link #cx}: the fake is
 * the port itself, and a real client calls a server that serves them.
 */
public abstract class CxPortContract {
    /** References as sites configure them: with everything that has a meaning in a path or a query. */
    protected static final List<String> ODD_REFERENCES =
            List.of("WO/2026 0001", "50%25", "a?b=c&d", "x#y", "a+b;c,d", ".", "..", "Pré-é/ñ€", "a\\b\"c'd", "000123");

    /** The Cx that the port under test leads to. */
    protected final InMemoryCx cx = new InMemoryCx();

    /** For the two that implement a contract. */
    protected CxPortContract() {}

    /** How to log in to {@link #cx}. */
    protected CxConnection connection() {
        return Builders.CONNECTION;
    }

    /** The way to the data of {@link Builders#COMPANY}. */
    protected final CxAccess access() {
        return access(Builders.COMPANY.id());
    }

    /** The way to the data of a company. */
    protected final CxAccess access(CompanyId company) {
        return new CxAccess(connection(), company);
    }

    /** One test for each fault that Cx itself can answer with: the port throws the same and never an empty result. */
    protected final Stream<DynamicTest> faults(CxCall call, ThrowingCallable use) {
        return Stream.of(
                        new CxFault.Unreachable("scripted"),
                        new CxFault.AddressNotWhitelisted("scripted"),
                        new CxFault.NoApiPermission("scripted"),
                        new CxFault.Refused("scripted"),
                        new CxFault.Unavailable("scripted", Optional.empty()),
                        new CxFault.ContractBroken("scripted"),
                        // The last, because Cx may be left alone for that long after it.
                        new CxFault.Throttled("scripted", Optional.of(Duration.ofSeconds(7))))
                .map(fault -> DynamicTest.dynamicTest(fault.code().name(), () -> {
                    cx.fail(call, fault);
                    CxFault thrown = fault(use);
                    assertThat(thrown.code()).isEqualTo(fault.code());
                    assertThat(thrown.retryAfter()).isEqualTo(fault.retryAfter());
                }));
    }

    /** The fault that {@code use} throws. */
    protected static CxFault fault(ThrowingCallable use) {
        CxFault thrown = catchThrowableOfType(CxFault.class, use);
        assertThat(thrown).as("a fault").isNotNull();
        return thrown;
    }
}
