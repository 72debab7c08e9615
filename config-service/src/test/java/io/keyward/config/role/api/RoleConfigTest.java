package io.keyward.config.role.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoleConfigTest {

    private static final String KEY = "keyward.role.account-arn";
    private static final String TICK = "keyward.role.account-tick";

    @Test
    void tellsCustomersWhomToTrust() {
        RoleConfig least = config(Map.of(KEY, "arn:aws:iam::999988887777:root", TICK, "PT5S"));

        assertThat(least.accountArn()).isEqualTo("arn:aws:iam::999988887777:root");
        assertThat(least.accountTick()).isEqualTo(Duration.ofSeconds(5));
        assertThat(least.azureApplicationId()).isEmpty();
        assertThat(least.gcpProject()).isEmpty();
    }

    @Test
    void hasNoDefaultAndNamesTheKeyThatIsMissing() {
        assertThatThrownBy(() -> config(Map.of(TICK, "PT5S"))).hasMessageContaining(KEY);
    }

    private static RoleConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(RoleConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(RoleConfig.class);
    }
}
