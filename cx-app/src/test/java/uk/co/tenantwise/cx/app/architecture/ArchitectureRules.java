package uk.co.tenantwise.cx.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/**
 * The rules that packages keep beyond what Maven's modules enforce.
 *
 * @param root the package whose sub-packages are the layers: the project's own, or that of the fixtures which break each rule
 */
record ArchitectureRules(String root) {
    private static final String[] PURE_JDK = {
        "java.lang..", "java.math..", "java.nio.charset..", "java.security..", "java.time..", "java.util.."
    };
    private static final Set<String> PURE_JDK_CLASSES =
            Set.of("java.io.Serial", "java.io.Serializable", "java.net.URI", "java.net.URISyntaxException");
    private static final String FACTORY = "io.micronaut.context.annotation.Factory";

    List<ArchRule> all() {
        return List.of(
                domainIsPure(),
                portsKnowTheDomainOnly(),
                useCasesAreHidden(),
                portsAreNamedByIntent(),
                adaptersDoNotSeeEachOther(),
                adaptersSeeNeitherUseCasesNorApplication(),
                nobodyReadsAClock(),
                systemClockComesFromAFactory(),
                coreIsDeterministic(),
                namesSayWhatAThingIs(),
                packagesAreNullMarked());
    }

    ArchRule domainIsPure() {
        return classes()
                .that()
                .resideInAPackage(layer("domain"))
                .should()
                .onlyDependOnClassesThat(pureJdk().or(resideInAnyPackage(layer("domain"), "org.jspecify.annotations")))
                .as("The domain knows the JDK's values and itself, and no I/O, framework or port");
    }

    ArchRule portsKnowTheDomainOnly() {
        return classes()
                .that()
                .resideInAPackage(layer("ports"))
                .should()
                .onlyDependOnClassesThat(
                        pureJdk().or(resideInAnyPackage(layer("ports"), layer("domain"), "org.jspecify.annotations")))
                .as("The ports know the domain, and no I/O, framework or adapter");
    }

    /** The factory and the records that carry its arguments are all that one sees of the use cases. */
    ArchRule useCasesAreHidden() {
        return classes()
                .that()
                .resideInAPackage(layer("ports.application"))
                .and()
                .areTopLevelClasses()
                .and()
                .areNotRecords()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .bePackagePrivate()
                .as("Use cases are package-private");
    }

    ArchRule portsAreNamedByIntent() {
        return classes()
                .that()
                .resideInAnyPackage(layer("ports.driven"), layer("ports.driving"))
                .and(describe("are ports", ArchitectureRules::isPort))
                .should()
                .haveSimpleNameStartingWith("For")
                .as("A port is named for what one wants of it");
    }

    ArchRule adaptersDoNotSeeEachOther() {
        return slices().matching(root + ".adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .as("Adapters do not see each other");
    }

    ArchRule adaptersSeeNeitherUseCasesNorApplication() {
        return noClasses()
                .that()
                .resideInAPackage(layer("adapter"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(layer("ports.application"), layer("ports.driving"), layer("app"))
                .as("Adapters of driven ports see neither the use cases nor the application");
    }

    ArchRule nobodyReadsAClock() {
        return noClasses()
                .should()
                .accessTargetWhere(Clocks.reading())
                .as("Time comes in as an InstantSource; nobody asks for now");
    }

    ArchRule systemClockComesFromAFactory() {
        return noClasses()
                .that(describe("are not a factory of the application", type -> !isFactory(type)))
                .should()
                .accessTargetWhere(Clocks.making())
                .as("Only a factory of the application makes the system's clock");
    }

    ArchRule coreIsDeterministic() {
        return noClasses()
                .that()
                .resideInAnyPackage(layer("domain"), layer("ports"))
                .should()
                .accessTargetWhere(Clocks.measuring().or(Clocks.random()))
                .as("The core measures no time and draws nothing at random");
    }

    ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(".*[.$]I[A-Z][a-z]\\w*")
                .as("Nothing is called I... or ...Impl");
    }

    /** NullAway reads marked packages only, and says nothing of a package that somebody forgot to mark. */
    ArchRule packagesAreNullMarked() {
        return classes().should(NullMarkedPackages.marked()).as("Every package is NullMarked");
    }

    private String layer(String name) {
        return root + "." + name + "..";
    }

    private boolean isFactory(JavaClass type) {
        return type.getPackageName().startsWith(root + ".app")
                && type.getAllRawSuperclasses().size() == 1
                && type.isAnnotatedWith(FACTORY);
    }

    private static boolean isPort(JavaClass type) {
        return type.isInterface()
                && type.isTopLevelClass()
                && !type.reflect().isSealed()
                && !type.getSimpleName().equals("package-info");
    }

    private static DescribedPredicate<JavaClass> pureJdk() {
        return resideInAnyPackage(PURE_JDK)
                .or(describe("are values of the JDK", type -> PURE_JDK_CLASSES.contains(type.getName())))
                .or(describe(
                        "are primitive", type -> type.getBaseComponentType().isPrimitive()));
    }
}
