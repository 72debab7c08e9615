package io.keyward.config.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstOrganizationTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "keyward.bootstrap.organization-name", "Acme",
            "keyward.bootstrap.owner-name", "Ada",
            "keyward.bootstrap.owner-email", "ada@acme.example",
            "keyward.bootstrap.public-key", "abcdefgh",
            "keyward.bootstrap.private-key", "hush-1",
            "keyward.bootstrap.driver-public-key", "ijklmnop",
            "keyward.bootstrap.driver-private-key", "hush-2");

    @Test
    void readsEveryKeyAndPrintsNoSecret() {
        FirstOrganization first = FirstOrganization.from(config(COMPLETE));

        assertThat(first.name()).isEqualTo("Acme");
        assertThat(first.owner().privateKey()).isEqualTo("hush-1");
        assertThat(first.id()).hasSize(24);
        assertThat(first.toString()).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organization-name",
                "owner-name",
                "owner-email",
                "public-key",
                "private-key",
                "driver-public-key",
                "driver-private-key"
            })
    void namesTheKeyThatIsMissing(String key) {
        Map<String, String> incomplete = new HashMap<>(COMPLETE);
        incomplete.remove("keyward.bootstrap." + key);

        assertThatIllegalStateException()
                .isThrownBy(() -> FirstOrganization.from(config(incomplete)))
                .withMessageContaining("keyward.bootstrap." + key);
    }

    @Test
    void refusesAnIdThatIsNone() {
        Map<String, String> wrong = new HashMap<>(COMPLETE);
        wrong.put("keyward.bootstrap.organization-id", "acme");

        assertThatIllegalStateException()
                .isThrownBy(() -> FirstOrganization.from(config(wrong)))
                .withMessageContaining("keyward.bootstrap.organization-id");
    }

    private static BootstrapConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withMapping(BootstrapConfig.class)
                .build()
                .getConfigMapping(BootstrapConfig.class);
    }
}
