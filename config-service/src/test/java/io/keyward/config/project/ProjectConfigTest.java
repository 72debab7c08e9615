package io.keyward.config.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectConfigTest {

    @Test
    void hasRoomForManyByDefault() {
        assertThat(config(Map.of()).maxPerOrganization()).isEqualTo(10_000);
        assertThat(config(Map.of()).maxClusters()).isEqualTo(5_000);
    }

    @Test
    void canBeSet() {
        ProjectConfig config =
                config(Map.of("keyward.project.max-per-organization", "250", "keyward.project.max-clusters", "25"));

        assertThat(config.maxPerOrganization()).isEqualTo(250);
        assertThat(config.maxClusters()).isEqualTo(25);
    }

    @Test
    void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> config(Map.of("keyward.project.max-clusters", "few")))
                .hasStackTraceContaining("keyward.project.max-clusters");
    }

    private static ProjectConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(ProjectConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(ProjectConfig.class);
    }
}
