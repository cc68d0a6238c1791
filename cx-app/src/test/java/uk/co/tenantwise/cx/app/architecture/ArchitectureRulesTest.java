package uk.co.tenantwise.cx.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule catches the fixtures that break it on purpose, each by its name, and spares the one that may. */
class ArchitectureRulesTest {
    private static final String ROOT = ArchitectureRulesTest.class.getPackageName() + ".fixture";
    private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(ROOT);
    private static final ArchitectureRules RULES = new ArchitectureRules(ROOT);

    @Nested
    class Evaluate {
        @ParameterizedTest
        @MethodSource("uk.co.tenantwise.cx.app.architecture.ArchitectureRulesTest#broken")
        void evaluate_shouldNameTheFixture_whenItBreaksTheRule(ArchRule rule, List<String> culprits) {
            List<String> violations = violations(rule);
            assertThat(culprits).allSatisfy(culprit -> assertThat(violations).anyMatch(line -> line.contains(culprit)));
        }

        @Test
        void evaluate_shouldFindSomething_forEveryRule() {
            assertThat(RULES.all())
                    .allSatisfy(rule -> assertThat(violations(rule)).isNotEmpty());
        }

        @Test
        void evaluate_shouldSpareTheFactory_whenItMakesTheClock() {
            assertThat(violations(RULES.systemClockComesFromAFactory()))
                    .noneMatch(line -> line.contains("ClockFactory"));
        }

        @Test
        void evaluate_shouldSpareTheAdapter_whenItMeasuresTime() {
            assertThat(violations(RULES.coreIsDeterministic())).noneMatch(line -> line.contains(".adapter."));
        }
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments(
                        RULES.domainIsPure(),
                        List.of("PolicyReadingFiles", "PolicyWithAnnotation", "PolicyKnowingAPort", "PolicyThatLogs")),
                arguments(RULES.portsKnowTheDomainOnly(), List.of("UseCaseThatLogs", "UseCaseKnowingAnAdapter")),
                arguments(RULES.useCasesAreHidden(), List.of("PublicUseCase")),
                arguments(RULES.portsAreNamedByIntent(), List.of("StoreOfThings", "ThingService")),
                arguments(RULES.adaptersDoNotSeeEachOther(), List.of("ClientKnowingTheStore")),
                arguments(
                        RULES.adaptersSeeNeitherUseCasesNorApplication(),
                        List.of("ClientKnowingThePages", "ClientKnowingAUseCase")),
                arguments(
                        RULES.nobodyReadsAClock(),
                        List.of(
                                "PolicyReadingTheClock",
                                "PageReadingTheClock.today",
                                "PageReadingTheClock.millis",
                                "PageReadingTheClock.date",
                                "PageReadingTheClock.reference")),
                arguments(RULES.systemClockComesFromAFactory(), List.of("PageMakingAClock")),
                arguments(RULES.coreIsDeterministic(), List.of("PolicyMeasuringTime", "PolicyAtRandom")),
                arguments(RULES.namesSayWhatAThingIs(), List.of("PageImpl", "IPage")),
                arguments(RULES.packagesAreNullMarked(), List.of("Forgotten")));
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(FIXTURES).getFailureReport().getDetails();
    }
}
