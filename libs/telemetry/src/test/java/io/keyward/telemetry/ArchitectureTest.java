package io.keyward.telemetry;

import io.keyward.testkit.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsItsBoundaries() {
        return ArchitectureRules.of("io.keyward.telemetry");
    }
}
