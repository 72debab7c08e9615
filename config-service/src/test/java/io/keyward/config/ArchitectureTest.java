package io.keyward.config;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.keyward.messaging.Outbox;
import io.keyward.testkit.ArchitectureRules;
import io.keyward.testkit.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> keepsItsBoundaries() {
        return ArchitectureRules.of("io.keyward.config");
    }

    @Test
    @Rule("N6")
    void publishesThroughTheJournalAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.keyward.config.activity")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Outbox.class)
                .because("what is published is in the activity log too: append it to the Journal")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.keyward.config"));
    }
}
