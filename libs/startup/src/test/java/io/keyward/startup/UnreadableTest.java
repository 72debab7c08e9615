package io.keyward.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Held to what SmallRye Config really says. */
class UnreadableTest {

    @ConfigMapping(prefix = "some.service")
    interface Mapped {
        int batch();

        Duration lookAtRest();

        boolean flag();

        Kind kind();

        List<Integer> numbers();

        Nested nested();

        interface Nested {
            String name();
        }

        enum Kind {
            ONE
        }
    }

    @Test
    void namesTheVariableOfEachAndNoValue() {
        // Given
        Throwable failure = read(Map.of(
                "some.service.batch", "s3cret",
                "some.service.look-at-rest", "s3cret",
                "some.service.kind", "s3cret",
                "some.service.flag", "",
                "some.service.numbers", "1,s3cret"));

        // When
        String told = Unreadable.explain(new IllegalStateException("did not start", failure))
                .orElseThrow();

        // Then
        assertThat(told)
                .contains("some.service.batch has a value that is none of its kind", "SOME_SERVICE_BATCH.")
                .contains("SOME_SERVICE_LOOK_AT_REST.")
                .contains("SOME_SERVICE_KIND.")
                .contains("some.service.flag must not be empty", "SOME_SERVICE_FLAG.")
                .contains("SOME_SERVICE_NUMBERS.")
                .contains("some.service.nested.name has to be set", "SOME_SERVICE_NESTED_NAME.")
                .doesNotContain("s3cret");
    }

    @Test
    void saysNothingOfWhatIsNotAboutSettings() {
        assertThat(Unreadable.explain(new IllegalStateException("the port is taken")))
                .isEmpty();
        assertThat(Unreadable.explain(null)).isEmpty();
    }

    private static Throwable read(Map<String, String> settings) {
        return catchThrowable(() -> new SmallRyeConfigBuilder()
                .withMapping(Mapped.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(Mapped.class));
    }
}
