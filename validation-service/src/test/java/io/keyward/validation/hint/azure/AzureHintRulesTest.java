package io.keyward.validation.hint.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.testkit.Rule;
import io.keyward.validation.check.KeyAccess.AzureApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table: which events are about version v1 of the key orders in the vault tenant-kv. */
class AzureHintRulesTest {
    private static final String KEY = "https://tenant-kv.vault.azure.net/keys/orders/v1";
    private static final String WRITTEN = "Microsoft.Resources.ResourceWriteSuccess";
    private static final AzureApplication ACCESS =
            new AzureApplication("AZURE", "tenant", "client", null, "Sub-1", "Keys", "tenant-kv");

    @Rule("V11")
    @ParameterizedTest
    @CsvSource({
        "Microsoft.KeyVault.KeyExpired, tenant-kv, orders, v1, true",
        "Microsoft.KeyVault.KeyNearExpiry, tenant-kv, orders, v1, true",
        "Microsoft.KeyVault.KeyExpired, TENANT-KV, Orders, V1, true",
        "Microsoft.KeyVault.KeyExpired, tenant-kv, orders, , true",
        "Microsoft.KeyVault.KeyExpired, tenant-kv, orders, v2, false",
        "Microsoft.KeyVault.KeyExpired, tenant-kv, another, v1, false",
        "Microsoft.KeyVault.KeyExpired, another-kv, orders, v1, false",
        "Microsoft.KeyVault.KeyExpired, tenant-kv, , , false",
        "Microsoft.KeyVault.KeyExpired, , orders, v1, false",
        "Microsoft.KeyVault.VaultAccessPolicyChanged, tenant-kv, , , true",
        "Microsoft.KeyVault.VaultAccessPolicyChanged, another-kv, , , false",
        "Microsoft.KeyVault.KeyNewVersionCreated, tenant-kv, orders, v2, false",
        "Microsoft.KeyVault.SecretExpired, tenant-kv, orders, v1, false"
    })
    void whatAVaultTellsIsAboutItsKeys(
            String type, @Nullable String vault, @Nullable String key, @Nullable String version, boolean expected) {
        var hint = new AzureHint(type, vault, key, version, null);

        assertThat(AzureHintRules.concerns(hint, KEY, ACCESS)).isEqualTo(expected);
    }

    @Rule("V11")
    @ParameterizedTest
    @CsvSource({
        // the vault, and what is below it
        "/subscriptions/sub-1/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/tenant-kv, true",
        "/SUBSCRIPTIONS/SUB-1/RESOURCEGROUPS/KEYS/PROVIDERS/MICROSOFT.KEYVAULT/VAULTS/TENANT-KV, true",
        "/subscriptions/sub-1/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/tenant-kv/privateEndpointConnections/pe, true",
        "/subscriptions/sub-1/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/tenant-kv2, false",
        "/subscriptions/sub-2/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/tenant-kv, false",
        "/subscriptions/sub-1/resourceGroups/keys/providers/Microsoft.Storage/storageAccounts/tenantkv, false",
        // who may what, in each scope that a vault can be in
        "/subscriptions/sub-1/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/tenant-kv/keys/orders/providers/Microsoft.Authorization/roleAssignments/r, true",
        "/subscriptions/sub-1/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/tenant-kv/providers/Microsoft.Authorization/roleAssignments/r, true",
        "/subscriptions/sub-1/resourceGroups/keys/providers/Microsoft.Authorization/roleAssignments/r, true",
        "/subscriptions/sub-1/providers/Microsoft.Authorization/roleDefinitions/r, true",
        "/subscriptions/sub-1/providers/Microsoft.Authorization/denyAssignments/r, true",
        "/providers/Microsoft.Management/managementGroups/all/providers/Microsoft.Authorization/roleAssignments/r, true",
        "/providers/Microsoft.Authorization/roleAssignments/r, true",
        "/subscriptions/sub-1/resourceGroups/others/providers/Microsoft.Authorization/roleAssignments/r, false",
        "/subscriptions/sub-2/providers/Microsoft.Authorization/roleAssignments/r, false",
        "/subscriptions/sub-1/providers/Microsoft.Authorization/policyAssignments/r, false",
        // the group and the subscription themselves
        "/subscriptions/sub-1/resourceGroups/keys, true",
        "/subscriptions/sub-1, true",
        "/subscriptions/sub-1/resourceGroups/key, false",
        "/subscriptions/sub, false",
        "'', false",
        ", false"
    })
    void whatIsWrittenIsAboutTheVaultsInItsScope(@Nullable String resource, boolean expected) {
        for (var type : new String[] {
            WRITTEN, "Microsoft.Resources.ResourceDeleteSuccess", "Microsoft.Resources.ResourceActionSuccess"
        }) {
            assertThat(AzureHintRules.concerns(new AzureHint(type, null, null, null, resource), KEY, ACCESS))
                    .isEqualTo(expected);
        }
        assertThat(AzureHintRules.concerns(
                        new AzureHint("Microsoft.Resources.ResourceWriteFailure", null, null, null, resource),
                        KEY,
                        ACCESS))
                .isFalse();
    }

    @Rule("V11")
    @Test
    void eventsAreReadAsEventGridSendsThem() throws JsonProcessingException {
        assertThat(read("""
                {"specversion":"1.0","id":"1","source":"/subscriptions/s","type":"Microsoft.KeyVault.KeyExpired","subject":"orders",
                 "data":{"Id":"%s","VaultName":"tenant-kv","ObjectType":"Key","ObjectName":"orders","Version":"v1","NBF":null,"EXP":1}}""".formatted(KEY)))
                .isEqualTo(new AzureHint("Microsoft.KeyVault.KeyExpired", "tenant-kv", "orders", "v1", "orders"));
        assertThat(read("""
                {"id":"1","source":"/subscriptions/s","type":"Microsoft.KeyVault.SecretExpired",
                 "data":{"VaultName":"tenant-kv","ObjectType":"Secret","ObjectName":"orders","Version":"v1"}}"""))
                .isEqualTo(new AzureHint("Microsoft.KeyVault.SecretExpired", "tenant-kv", null, null, null));
        assertThat(read("""
                {"id":"1","source":"/subscriptions/s","type":"%s","subject":"/a","data":{"resourceUri":"/b"}}""".formatted(WRITTEN))).isEqualTo(new AzureHint(WRITTEN, null, null, null, "/b"));
        assertThat(read("""
                {"id":"1","source":"/subscriptions/s","type":"%s","subject":"/a","data":[7]}""".formatted(WRITTEN))).isEqualTo(new AzureHint(WRITTEN, null, null, null, "/a"));
        assertThat(read("{\"id\":\"1\",\"source\":\"s\",\"type\":\"t\"}"))
                .isEqualTo(new AzureHint("t", null, null, null, null));
    }

    private static AzureHint read(String event) throws JsonProcessingException {
        return EventGridReader.read(new ObjectMapper().readValue(event, EventGridEvent.class));
    }
}
