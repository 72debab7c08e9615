package io.keyward.config.role.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.config.role.AwsRole;
import io.keyward.config.role.AzurePrincipal;
import io.keyward.config.role.GcpAccount;
import io.keyward.testkit.Rule;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewRolesTest {
    private static final String GROUP = "65a5e9a1f2c3d4b5a6978801";
    private static final String TENANT = "11111111-2222-3333-4444-55555555555A";
    private static final String APPLICATION = "0a1b2c3d-1111-2222-3333-0a1b2c3d4e5f";
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final RoleRequest AZURE = new RoleRequest("AZURE", null, TENANT, TENANT, null);
    private static final RoleRequest GCP = new RoleRequest("GCP", null, null, null, null);

    @Test
    @Rule("R1")
    void anAwsRoleHasAnExternalIdOfItsOwn() {
        RoleRequest request = new RoleRequest("AWS", null, null, null, null);
        AwsRole one = (AwsRole) roles(Map.of()).make(GROUP, request);
        AwsRole other = (AwsRole) roles(Map.of()).make(GROUP, request);

        assertThat(one.externalId()).isNotEqualTo(other.externalId());
        assertThat(one.authorizedArn()).isEmpty();
    }

    @Test
    @Rule("R1")
    void anAzureRoleIsOfOurApplicationAlone() {
        assertThatThrownBy(() -> roles(Map.of()).make(GROUP, AZURE))
                .hasMessageContaining("keyward.azure.application-id");

        NewRoles ours = roles(Map.of("keyward.role.azure-application-id", APPLICATION));
        RoleRequest anothers = new RoleRequest("AZURE", null, TENANT, TENANT, TENANT);
        assertThatThrownBy(() -> ours.make(GROUP, anothers)).hasMessageContaining(APPLICATION);
        AzurePrincipal principal = (AzurePrincipal) ours.make(GROUP, AZURE);
        assertThat(principal.isAuthorized()).isFalse();
        assertThat(principal.applicationId()).isEqualTo(APPLICATION);
        assertThat(principal.tenantId()).isEqualTo("11111111-2222-3333-4444-55555555555a");
    }

    @Test
    void withoutAGoogleCloudProjectOfOursThereIsNobodyToLetIn() {
        assertThatThrownBy(() -> roles(Map.of()).make(GROUP, GCP)).hasMessageContaining("keyward.role.gcp-project");

        NewRoles ours = roles(Map.of("keyward.role.gcp-project", "p-0123456789abcdefghijklmn"));
        assertThat(((GcpAccount) ours.make(GROUP, GCP)).email())
                .endsWith("@p-0123456789abcdefghijklmn.iam.gserviceaccount.com");
    }

    @ParameterizedTest
    @CsvSource({"keyward.role.gcp-project, my-project", "keyward.role.azure-application-id, keyward"})
    void refusesAtTheStartWhatClientsWouldNotTake(String key, String value) {
        assertThatThrownBy(() -> roles(Map.of(key, value))).hasMessageContaining(key);
    }

    private static NewRoles roles(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("keyward.role.account-arn", "arn:aws:iam::999988887777:root");
        all.put("keyward.role.account-tick", "PT5S");
        RoleConfig config = new SmallRyeConfigBuilder()
                .withMapping(RoleConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(RoleConfig.class);
        return new NewRoles(config, CLOCK);
    }
}
