package io.keyward.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The boundaries of the code as tests. Each module with main code has an {@code ArchitectureTest}:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsItsBoundaries() {
 *     return ArchitectureRules.of("io.keyward.config");
 * }
 * }</pre>
 *
 * <p>ArchUnit sees direct dependencies only. The rule that a transaction never waits on a network holds because transactions are confined to
 * stores.
 */
public final class ArchitectureRules {
    private static final String SIMULATOR = "io.keyward.simulator..";
    /** Plays a customer, who calls their cloud as customers do. */
    private static final String CUSTOMER = "io.keyward.local.demo..";

    /** Plays many of them. */
    private static final String CUSTOMERS = "io.keyward.local.chaos.validation.world..";

    /** What we are measured against: the SDK, and nothing of ours. */
    private static final String YARDSTICK = "io.keyward.local.bench.sweep.loop..";

    private static final String[] AT_A_TERMINAL = {"io.keyward.local..", "io.keyward.testkit..", SIMULATOR};

    private static final DescribedPredicate<JavaClass> STORES = outermostNamed("are stores", ".*Store");
    private static final DescribedPredicate<JavaClass> PERSISTENT =
            outermostNamed("are stores or entities", ".*(Store|Entity)");
    private static final DescribedPredicate<JavaClass> PURE = outermostNamed(
                    "are pure", ".*(Rules|Planner|Cadence|Failures|Codec)")
            .or(resideInAPackage("..lifecycle.."))
            .and(DescribedPredicate.not(resideInAPackage("io.keyward.testkit..")));

    private ArchitectureRules() {}

    /** One test per rule over the main classes of {@code basePackage} and below, for example {@code io.keyward.config}. */
    public static Stream<DynamicTest> of(String basePackage) {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        return rules(basePackage).stream().map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(main)));
    }

    static List<ArchRule> rules(String basePackage) {
        return Stream.of(
                        storesStayOffTheNetwork(),
                        transactionsLiveInStores(),
                        awsStaysWithItsProvider(),
                        providersDoNotKnowEachOther(),
                        pureTypesStayPure(),
                        pureTypesAreToldTheTime(),
                        contractsStandAlone(),
                        featuresAreFreeOfCycles(basePackage),
                        settingsAreMapped(),
                        schedulesAreLookedAtFirst(),
                        collaboratorsComeThroughConstructors(),
                        logsGoThroughTheLogger(),
                        entitiesStayInTheirPackage(),
                        rowsAreDeletedByStatements(),
                        nothingIsSentAndForgotten())
                .map(rule -> rule.allowEmptyShould(true))
                .toList();
    }

    private static ArchRule storesStayOffTheNetwork() {
        return noClasses()
                .that(STORES)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "..provider..",
                                "software.amazon..",
                                "io.keyward.clouds..",
                                "org.apache.kafka.clients..",
                                "org.eclipse.microprofile.rest.client..")
                        .or(named(".*\\.(Mutiny)?Emitter")))
                .because(
                        "a transaction never waits on a network: load in the store, call in the service, record in the store");
    }

    private static ArchRule transactionsLiveInStores() {
        DescribedPredicate<JavaClass> persistence = resideInAnyPackage(
                        "jakarta.persistence..", "io.quarkus.hibernate.reactive.panache..", "org.hibernate..")
                .and(DescribedPredicate.not(named(".*Exception")));
        return noClasses()
                .that(DescribedPredicate.not(PERSISTENT))
                .should()
                .dependOnClassesThat(persistence)
                .because("transactions and entities live in *Store and *Entity only; a store answers with records");
    }

    private static ArchRule awsStaysWithItsProvider() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..provider.aws..", "io.keyward.clouds.aws..", SIMULATOR, CUSTOMER, CUSTOMERS, YARDSTICK)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .because(
                        "one cloud's SDK stays behind its provider: classify its answers there and pass on our own types");
    }

    private static ArchRule providersDoNotKnowEachOther() {
        return slices().matching("..provider.(*)..")
                .should()
                .notDependOnEachOther()
                .because("what two clouds share belongs above both");
    }

    private static ArchRule pureTypesStayPure() {
        return noClasses()
                .that(PURE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "jakarta..",
                        "org.hibernate..",
                        "org.apache.kafka..",
                        "org.eclipse.microprofile..",
                        "com.fasterxml.."))
                .because(
                        "decisions are functions over records, tested as whole tables: act on their result at the edge");
    }

    private static ArchRule pureTypesAreToldTheTime() {
        return noClasses()
                .that(PURE)
                .should()
                .callMethodWhere(describe("the clock is read", ArchitectureRules::readsTheClock))
                .because("time comes in as an argument, so that a test can choose it");
    }

    private static ArchRule contractsStandAlone() {
        return classes()
                .that()
                .resideInAPackage("io.keyward.contracts..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "io.keyward.contracts..", "com.fasterxml.jackson.annotation..", "org.jspecify.."))
                .because("other services compile against the events; they must not inherit our libraries");
    }

    private static ArchRule featuresAreFreeOfCycles(String basePackage) {
        return slices().matching(basePackage + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("two features that need each other are one, or hide a third");
    }

    private static ArchRule settingsAreMapped() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.eclipse.microprofile.config.inject.ConfigProperty")
                .because(
                        "settings are one @ConfigMapping interface per feature: a manual, and a start-up error that names the key");
    }

    private static ArchRule schedulesAreLookedAtFirst() {
        return methods()
                .that()
                .areAnnotatedWith(Schedule.ANNOTATION)
                .should(Schedule.beAmongThoseOf("application.properties"))
                .because(
                        "a period that cannot be read is told at the start, by name: add it to keyward.startup.schedules");
    }

    private static ArchRule collaboratorsComeThroughConstructors() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .because("a constructor says what a class needs, and a test can call it");
    }

    private static ArchRule logsGoThroughTheLogger() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(AT_A_TERMINAL)
                .and()
                .resideOutsideOfPackage("io.keyward.engines..")
                .and()
                .doNotHaveFullyQualifiedName("io.keyward.telemetry.LogFields")
                .and()
                // Speaks when there is no configuration, and so no logger.
                .doNotHaveFullyQualifiedName("io.keyward.startup.UnreadableSettings")
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.logging.."))
                .orShould()
                .accessFieldWhere(describe("System.out or System.err", ArchitectureRules::isStandardStream))
                .because("log lines carry levels and keys: use org.jboss.logging");
    }

    private static ArchRule entitiesStayInTheirPackage() {
        return classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .bePackagePrivate()
                .because("an entity belongs to its store alone");
    }

    private static ArchRule rowsAreDeletedByStatements() {
        return noClasses()
                .should()
                .accessTargetWhere(describe("a session removes an entity", ArchitectureRules::removes))
                .because(
                        "Hibernate Reactive keeps what a removal waits for in a field that all sessions share, so that of two at once one never"
                                + " ends: delete with a query");
    }

    private static ArchRule nothingIsSentAndForgotten() {
        return noClasses()
                .should()
                .callMethodWhere(describe("an emitter sends and forgets", access -> access.getName()
                        .equals("sendAndForget")))
                .because("an event that nobody waits for is lost when the process dies: append it to the outbox");
    }

    private static boolean readsTheClock(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getName();
        boolean now = owner.startsWith("java.time.")
                && (method.equals("now") || (owner.equals("java.time.Clock") && method.startsWith("system")));
        return now
                || (owner.equals("java.lang.System")
                        && Set.of("currentTimeMillis", "nanoTime").contains(method));
    }

    private static boolean removes(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return owner.startsWith("org.hibernate.reactive.")
                        && Set.of("remove", "removeAll").contains(access.getName())
                || access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                        && access.getTargetOwner()
                                .isAssignableTo("io.quarkus.hibernate.reactive.panache.PanacheEntityBase")
                        && (target.getName().equals("deleteById")
                                || target.getName().equals("delete")
                                        && target.getRawParameterTypes().isEmpty());
    }

    private static boolean isStandardStream(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("java.lang.System")
                && Set.of("out", "err").contains(access.getName());
    }

    private static DescribedPredicate<JavaClass> outermostNamed(String description, String simpleName) {
        Pattern pattern = Pattern.compile(".*\\." + simpleName + "(\\$.*)?");
        return describe(description, type -> pattern.matcher(type.getName()).matches());
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        Pattern pattern = Pattern.compile(name);
        return describe(
                "are named " + name, type -> pattern.matcher(type.getName()).matches());
    }
}
