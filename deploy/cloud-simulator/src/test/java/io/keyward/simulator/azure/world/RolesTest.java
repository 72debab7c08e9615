package io.keyward.simulator.azure.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What built-in roles allow, and where. */
class RolesTest {

    private static final String VAULT = "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v";
    private static final String KEYS = "Microsoft.KeyVault/vaults/keys/";

    @ParameterizedTest
    @CsvSource({
        "Key Vault Administrator,purge/action,true",
        "Key Vault Crypto Officer,create/action,true",
        "Key Vault Crypto User,encrypt/action,true",
        "Key Vault Crypto User,read,true",
        "Key Vault Crypto User,delete,false",
        "Key Vault Crypto Service Encryption User,unwrap/action,true",
        "Key Vault Crypto Service Encryption User,decrypt/action,false",
        "Key Vault Reader,read,true",
        "Key Vault Reader,decrypt/action,false",
        "Owner,read,false",
        "Contributor,decrypt/action,false",
        "Nobody,read,false"
    })
    void keysAreForRolesAboutKeys(String role, String action, boolean allowed) {
        assertThat(assignment("/subscriptions/s", role).allows("p", KEYS + action, VAULT + "/keys/k"))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "Owner,Microsoft.Network/privateEndpoints/write,true",
        "Reader,Microsoft.KeyVault/vaults/read,true",
        "Reader,Microsoft.KeyVault/vaults/write,false",
        "Network Contributor,Microsoft.Network/privateEndpoints/delete,true",
        "Network Contributor,Microsoft.KeyVault/vaults/read,false",
        "Key Vault Contributor,Microsoft.KeyVault/vaults/privateEndpointConnections/write,true",
        "Key Vault Reader,Microsoft.KeyVault/vaults/read,true",
        "Key Vault Crypto User,Microsoft.KeyVault/vaults/read,false"
    })
    void managementIsForRolesAboutManagement(String role, String action, boolean allowed) {
        assertThat(assignment("/subscriptions/s", role).allows("p", Roles.management(action), VAULT))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "/subscriptions/s,true",
        "/SUBSCRIPTIONS/S/resourcegroups/G,true",
        "/subscriptions/s/resourceGroups/g2,false",
        "/subscriptions/s/resourceGroups/gg,false",
        "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v/keys/k,true",
        "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v/keys/other,false"
    })
    void aRoleGoesForAllBelowItsScope(String scope, boolean allowed) {
        assertThat(assignment(scope, "Key Vault Crypto User").allows("p", KEYS + "read", VAULT + "/keys/k"))
                .isEqualTo(allowed);
    }

    @Test
    void aRoleIsForItsPrincipalAndACustomOneForItsActionsAlone() {
        RoleAssignment custom =
                new RoleAssignment("r", "/subscriptions/s", "p", "Owner", List.of(KEYS + "encrypt/action"));

        assertThat(custom.allows("p", KEYS + "encrypt/action", VAULT)).isTrue();
        assertThat(custom.allows("q", KEYS + "encrypt/action", VAULT)).isFalse();
        assertThat(custom.allows("p", Roles.management("Microsoft.KeyVault/vaults/read"), VAULT))
                .isFalse();
    }

    private static RoleAssignment assignment(String scope, String role) {
        return new RoleAssignment("r", scope, "p", role, List.of());
    }
}
