package uk.co.tenantwise.cx.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/** Which calls, and references to methods, read, make or replace a clock, and which draw at random. */
final class Clocks {
    private static final Set<String> SYSTEM_CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");
    private static final Set<String> RANDOM = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "java.util.random.RandomGenerator");

    private Clocks() {}

    static DescribedPredicate<JavaAccess<?>> reading() {
        return describe(
                "it reads the system's clock",
                access -> (isIn(access, "java.time") && name(access).equals("now"))
                        || is(access, "java.lang.System", "currentTimeMillis")
                        || is(access, "java.util.Calendar", "getInstance")
                        || (is(access, "java.util.Date", "<init>") && hasNoParameter(access)));
    }

    static DescribedPredicate<JavaAccess<?>> making() {
        return describe(
                "it makes a clock of the system",
                access -> SYSTEM_CLOCKS.contains(owner(access))
                        && (name(access).startsWith("system") || name(access).startsWith("tick")));
    }

    static DescribedPredicate<JavaAccess<?>> measuring() {
        return describe("it measures time", access -> is(access, "java.lang.System", "nanoTime"));
    }

    static DescribedPredicate<JavaAccess<?>> random() {
        return describe(
                "it draws at random",
                access -> RANDOM.contains(owner(access))
                        || is(access, "java.util.UUID", "randomUUID")
                        || is(access, "java.lang.Math", "random"));
    }

    private static boolean is(JavaAccess<?> access, String owner, String name) {
        return owner(access).equals(owner) && name(access).equals(name);
    }

    private static boolean isIn(JavaAccess<?> access, String packageName) {
        String of = access.getTargetOwner().getPackageName();
        return of.equals(packageName) || of.startsWith(packageName + ".");
    }

    private static boolean hasNoParameter(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget called
                && called.getRawParameterTypes().isEmpty();
    }

    private static String owner(JavaAccess<?> access) {
        return access.getTargetOwner().getName();
    }

    private static String name(JavaAccess<?> access) {
        return access.getTarget().getName();
    }
}
