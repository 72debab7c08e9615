package io.keyward.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Rules of this module alone: the shared ones live in a library that itself depends on the simulator. */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.keyward.simulator");

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.keyward.simulator.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a service can only be read on its own when nothing below knows it")
                .check(MAIN);
    }

    @Test
    void policiesAndSignaturesArePure() {
        noClasses()
                .that()
                .resideInAnyPackage("io.keyward.simulator.policy..", "io.keyward.simulator.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.keyward.simulator.world..", "io.keyward.simulator.access..")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .because("they are tested as whole tables: state and time come in as arguments")
                .check(MAIN);
    }

    @Test
    void servicesDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("io.keyward.simulator.kms..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.keyward.simulator.sts..", "io.keyward.simulator.iam..", "io.keyward.simulator.ec2..")
                .because("what services share is in call, access and world")
                .check(MAIN);
    }
}
