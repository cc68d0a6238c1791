package uk.co.tenantwise.cx.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole project keeps the rules; {@link ArchitectureRulesTest} shows that each of them can fail. */
class ArchitectureTest {
    private static final String ROOT = "uk.co.tenantwise.cx";
    private static final JavaClasses PROJECT = new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    ROOT + ".domain",
                    ROOT + ".ports",
                    ROOT + ".adapter.http",
                    ROOT + ".adapter.persistence",
                    ROOT + ".app");

    @Nested
    class Imported {
        /** A rule about a package that does not exist holds for ever. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "domain",
                    "ports.application",
                    "ports.driven",
                    "ports.driving",
                    "adapter.http",
                    "adapter.persistence",
                    "app"
                })
        void imported_shouldHoldClasses_forEveryLayer(String layer) {
            assertThat(PROJECT.stream().map(JavaClass::getPackageName))
                    .anyMatch(name -> (name + ".").startsWith(ROOT + "." + layer + "."));
        }
    }

    @Nested
    class Check {
        @ParameterizedTest
        @MethodSource("uk.co.tenantwise.cx.app.architecture.ArchitectureTest#rules")
        void check_shouldFindNoViolation_inTheProject(ArchRule rule) {
            rule.check(PROJECT);
        }
    }

    static Stream<ArchRule> rules() {
        return new ArchitectureRules(ROOT).all().stream();
    }
}
