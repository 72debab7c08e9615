package io.keyward.config.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoleConfigTest {

    private static final String KEY = "keyward.role.account-arn";

    @Test
    void tellsCustomersWhomToTrust() {
        assertThat(config(Map.of(KEY, "arn:aws:iam::999988887777:root")).accountArn())
                .isEqualTo("arn:aws:iam::999988887777:root");
    }

    @Test
    void hasNoDefaultAndNamesTheKeyThatIsMissing() {
        assertThatThrownBy(() -> config(Map.of())).hasMessageContaining(KEY);
    }

    private static RoleConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(RoleConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(RoleConfig.class);
    }
}
