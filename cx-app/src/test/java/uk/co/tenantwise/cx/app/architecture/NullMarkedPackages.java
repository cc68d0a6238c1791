package uk.co.tenantwise.cx.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The condition that a class lies in a package whose package-info is marked. */
final class NullMarkedPackages {
    private NullMarkedPackages() {}

    static ArchCondition<JavaClass> marked() {
        return new ArchCondition<>("lie in a package that is NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getName() + (marked ? " is" : " is not") + " in a NullMarked package"));
            }
        };
    }
}
