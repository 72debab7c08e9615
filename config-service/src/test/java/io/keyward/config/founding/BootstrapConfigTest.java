package io.keyward.config.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BootstrapConfigTest {

    @Test
    void isNotNeededOnceThereIsAnOrganization() {
        var config = config(Map.of());

        assertThat(config.organizationName()).isEmpty();
        assertThat(config.organizationId()).isEmpty();
        assertThat(config.privateKey()).isEmpty();
        assertThatThrownBy(() -> FirstOrganization.from(config))
                .hasMessageContaining("keyward.bootstrap.organization-name");
    }

    @Test
    void takesEveryKey() {
        var first = FirstOrganization.from(config(Map.of(
                "keyward.bootstrap.organization-name", "Name",
                "keyward.bootstrap.organization-id", "64b0c0ffee64b0c0ffee64b0",
                "keyward.bootstrap.owner-name", "Owner",
                "keyward.bootstrap.owner-email", "owner@keyward.example",
                "keyward.bootstrap.public-key", "public",
                "keyward.bootstrap.private-key", "private",
                "keyward.bootstrap.driver-public-key", "driver",
                "keyward.bootstrap.driver-private-key", "drive")));

        assertThat(first)
                .isEqualTo(new FirstOrganization(
                        "64b0c0ffee64b0c0ffee64b0",
                        "Name",
                        "Owner",
                        "owner@keyward.example",
                        new FirstOrganization.Credentials("public", "private"),
                        new FirstOrganization.Credentials("driver", "drive")));
    }

    @Test
    void takesAServiceAccountWholeOrNotAtAll() {
        String clientId = "mdb_sa_id_" + "0".repeat(24);
        String secret = "mdb_sa_sk_" + "x".repeat(43);

        assertThat(FirstAccount.from(config(Map.of()))).isEmpty();
        assertThat(FirstAccount.from(config(
                        Map.of("keyward.bootstrap.client-id", clientId, "keyward.bootstrap.client-secret", secret))))
                .hasValueSatisfying(account -> {
                    assertThat(account).isEqualTo(new FirstAccount(clientId, secret));
                    assertThat(account.toString()).doesNotContain(secret);
                });
        assertThatThrownBy(() -> FirstAccount.from(config(Map.of("keyward.bootstrap.client-secret", secret))))
                .hasMessageContaining("keyward.bootstrap.client-id");
        assertThatThrownBy(() -> FirstAccount.from(config(Map.of("keyward.bootstrap.client-id", clientId))))
                .hasMessageContaining("keyward.bootstrap.client-secret");
        assertThatThrownBy(() -> FirstAccount.from(config(
                        Map.of("keyward.bootstrap.client-id", clientId, "keyward.bootstrap.client-secret", "short"))))
                .hasMessageContaining("keyward.bootstrap.client-secret");
    }

    private static BootstrapConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(BootstrapConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(BootstrapConfig.class);
    }
}
