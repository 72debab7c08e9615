package io.keyward.config.encryption.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.settings.AzureVault;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.encryption.settings.name.AzureEnvironment;
import io.keyward.config.encryption.settings.name.AzureKeyNames;
import io.keyward.testkit.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AzureMergeRulesTest {
    private static final String CLIENT = "b054a9ff-b60a-4cb6-8df6-20726eaefce6";
    private static final String TENANT = "1f6ef922-9303-402a-bae2-cc68810b023c";
    private static final String OTHER = "a39012fb-d604-4cd1-8841-77f705f3e6d5";
    private static final String SUBSCRIPTION = "009774e0-124f-4a69-83e0-ca8cd8acb4e2";
    private static final String VERSION = "/keys/test/78b9134f9bc94fda8027a32b4715bf3f";
    private static final String KEY = "https://test-tf-export.vault.azure.net" + VERSION;
    private static final String NEXT =
            "https://test-tf-export.vault.azure.net/keys/test/d891821e3d364e9eb88fbd3d11807b86";
    private static final String ROLE = "32b6e34b3d91647abb20e7b8";
    private static final String OTHER_ROLE = "52b6e34b3d91647abb20e7b8";
    private static final Opener BY_ROLE = new Opener.Role(Cloud.AZURE, ROLE);
    private static final AzureVault BY_SECRET = vault(CLIENT, TENANT, "old");
    private static final AzureVault ON_ROLE = vault(null, null, BY_ROLE);
    private static final String WHERE = "'subscriptionID':'" + SUBSCRIPTION
            + "','resourceGroupName':'test-tf-export','keyVaultName':'test-tf-export','keyIdentifier':'" + KEY + "'";
    private static final String WHO = "'clientID':'" + CLIENT + "','tenantID':'" + TENANT + "'";
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Rule({"C1", "C13", "R3"})
    @ParameterizedTest(name = "{1}")
    @MethodSource({"nothingAsked", "firstConfigurations", "changes"})
    void mergesWhatIsSent(@Nullable AzureVault current, String body, KeyMerge expected) {
        assertThat(merge(current, body)).isEqualTo(expected);
    }

    static Stream<Arguments> nothingAsked() {
        return Stream.of(
                arguments(null, "{}", new KeyMerge.Off()),
                arguments(null, "{'enabled':false}", new KeyMerge.Off()),
                arguments(null, "{'enabled':false,'valid':false,'keyIdentifier':null}", new KeyMerge.Off()),
                arguments(null, "{'requirePrivateNetworking':false}", new KeyMerge.Off()),
                arguments(null, "{'secret':'','keyVaultName':' '}", new KeyMerge.Off()),
                arguments(BY_SECRET, "{}", on(BY_SECRET)),
                arguments(BY_SECRET, "{'valid':true}", on(BY_SECRET)),
                arguments(BY_SECRET, "{'enabled':true,'secret':''}", on(BY_SECRET)),
                arguments(BY_SECRET, "{'enabled':false}", new KeyMerge.Off()),
                arguments(BY_SECRET, "{'enabled':false,'secret':'hush'," + WHERE + "}", new KeyMerge.Off()),
                arguments(
                        BY_SECRET,
                        "{'enabled':true,'azureEnvironment':'AZURE'," + WHO + "," + WHERE + "}",
                        on(BY_SECRET)),
                arguments(BY_SECRET, "{'requirePrivateNetworking':true}", on(BY_SECRET.reached(true))),
                arguments(BY_SECRET.reached(true), "{}", on(BY_SECRET.reached(true))),
                arguments(BY_SECRET.reached(true), "{'requirePrivateNetworking':false}", on(BY_SECRET)));
    }

    static Stream<Arguments> firstConfigurations() {
        return Stream.of(
                arguments(
                        null,
                        "{'enabled':true,'secret':'hush'," + WHO + "," + WHERE + "}",
                        on(vault(CLIENT, TENANT, "new"))),
                arguments(
                        null,
                        "{'enabled':true,'azureEnvironment':'AZURE','secret':'hush'," + WHO + "," + WHERE
                                + ",'requirePrivateNetworking':true}",
                        on(vault(CLIENT, TENANT, "new").reached(true))),
                arguments(null, "{'enabled':true,'roleId':'" + ROLE + "'," + WHERE + "}", on(ON_ROLE)),
                arguments(null, "{'enabled':true,'roleId':'" + ROLE + "','secret':'hush'," + WHERE + "}", on(ON_ROLE)),
                arguments(
                        null,
                        "{'enabled':true,'roleId':'" + ROLE + "','secret':'hush'," + WHO + "," + WHERE + "}",
                        on(vault(CLIENT, TENANT, BY_ROLE))),
                arguments(
                        null,
                        "{'enabled':true}",
                        missing(
                                "clientID",
                                "tenantID",
                                "secret",
                                "subscriptionID",
                                "resourceGroupName",
                                "keyVaultName",
                                "keyIdentifier")),
                arguments(
                        null,
                        "{'enabled':true,'roleId':'" + ROLE + "'}",
                        missing("subscriptionID", "resourceGroupName", "keyVaultName", "keyIdentifier")),
                arguments(null, "{'secret':'hush'," + WHO + "," + WHERE + "}", missing("enabled")),
                arguments(
                        null,
                        "{'requirePrivateNetworking':true,'secret':'hush'," + WHO + "," + WHERE + "}",
                        missing("enabled")),
                arguments(null, "{'enabled':true,'secret':''," + WHO + "," + WHERE + "}", missing("secret")),
                arguments(
                        null,
                        "{'enabled':true,'secret':'hush','clientID':'" + CLIENT + "'," + WHERE + "}",
                        missing("tenantID")));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                // Rotation: another version, and nothing else
                arguments(BY_SECRET, "{'keyIdentifier':'" + NEXT + "'}", on(named(BY_SECRET, NEXT))),
                arguments(ON_ROLE, "{'keyIdentifier':'" + NEXT + "'}", on(named(ON_ROLE, NEXT))),
                // Another secret of the same application, and another application
                arguments(BY_SECRET, "{'secret':'hush'}", on(vault(CLIENT, TENANT, "new"))),
                arguments(BY_SECRET, "{'secret':'hush','clientID':'" + OTHER + "'}", on(vault(OTHER, TENANT, "new"))),
                arguments(
                        BY_SECRET,
                        "{'clientID':'" + OTHER + "'}",
                        refused(new EncryptionError.SecretNeeded("azureKeyVault.secret"))),
                arguments(
                        BY_SECRET,
                        "{'tenantID':'" + OTHER + "','secret':' '}",
                        refused(new EncryptionError.SecretNeeded("azureKeyVault.secret"))),
                arguments(
                        BY_SECRET,
                        "{'azureEnvironment':'AZURE_CHINA','keyIdentifier':'https://test-tf-export.vault.azure.cn"
                                + VERSION + "'}",
                        refused(new EncryptionError.SecretNeeded("azureKeyVault.secret"))),
                arguments(
                        BY_SECRET,
                        "{'clientID':'" + CLIENT.toUpperCase() + "'}",
                        on(vault(CLIENT.toUpperCase(), TENANT, "old"))),
                // A role wins over the secret and stays
                arguments(BY_SECRET, "{'roleId':'" + ROLE + "'}", on(ON_ROLE)),
                arguments(BY_SECRET, "{'roleId':'" + ROLE + "','secret':'hush'}", on(ON_ROLE)),
                arguments(BY_SECRET, "{'roleId':'" + ROLE + "'," + WHO + "}", on(vault(CLIENT, TENANT, BY_ROLE))),
                arguments(
                        ON_ROLE,
                        "{'roleId':'" + OTHER_ROLE + "'}",
                        on(vault(null, null, new Opener.Role(Cloud.AZURE, OTHER_ROLE)))),
                arguments(
                        vault(CLIENT, TENANT, BY_ROLE),
                        "{'roleId':'" + ROLE + "'}",
                        on(vault(CLIENT, TENANT, BY_ROLE))),
                arguments(ON_ROLE, "{'enabled':true,'secret':''}", on(ON_ROLE)),
                arguments(
                        ON_ROLE,
                        "{'secret':'hush'," + WHO + "}",
                        refused(new EncryptionError.BackToCredentials("azureKeyVault.secret"))),
                // The settings of the vault
                arguments(BY_SECRET, "{'resourceGroupName':'other'}", on(in(SUBSCRIPTION, "other"))),
                arguments(BY_SECRET, "{'subscriptionID':'" + OTHER + "'}", on(in(OTHER, "test-tf-export"))));
    }

    @Rule({"C12", "C13"})
    @ParameterizedTest
    @CsvSource({
        "clientID,          string",
        "clientID,          b054a9ffb60a4cb68df620726eaefce6",
        "tenantID,          contoso.onmicrosoft.com",
        "subscriptionID,    mine",
        "resourceGroupName, a/b",
        "keyVaultName,      evil.example.org",
        "keyVaultName,      1a"
    })
    void malformedValuesAreToldByTheirField(String field, String value) {
        assertThat(merge(BY_SECRET, "{'" + field + "':'" + value + "'}"))
                .isInstanceOfSatisfying(KeyMerge.Refused.class, refused -> assertThat(refused.error())
                        .isInstanceOfSatisfying(EncryptionError.MalformedField.class, wrong -> assertThat(wrong.path())
                                .isEqualTo("azureKeyVault." + field)));
    }

    @Rule("C12")
    @ParameterizedTest
    @CsvSource({
        "AZURE,               other,          https://test-tf-export.vault.azure.net",
        "AZURE,               test-tf-export, https://other.vault.azure.net",
        "AZURE,               test-tf-export, https://test-tf-export.vault.azure.cn",
        "AZURE_CHINA,         test-tf-export, https://test-tf-export.vault.azure.net",
        "AZURE_US_GOVERNMENT, test-tf-export, https://test-tf-export.vault.azure.net",
        "AZURE,               test-tf-export, https://test-tf-export.vault.azure.net:8443",
        "AZURE,               test-tf-export, http://test-tf-export.vault.azure.net"
    })
    void theKeyIsOneOfTheVaultInItsCloud(String environment, String vault, String host) {
        String body = "{'secret':'hush','azureEnvironment':'" + environment + "','keyVaultName':'" + vault
                + "','keyIdentifier':'" + host + VERSION + "'}";

        assertThat(merge(BY_SECRET, body))
                .isInstanceOfSatisfying(KeyMerge.Refused.class, refused -> assertThat(refused.error())
                        .isInstanceOf(EncryptionError.MalformedIdentifier.class));
    }

    /** The stored key is not one of the new vault: both have to be sent. */
    @Test
    @Rule("C12")
    void anotherVaultNeedsAnotherKey() {
        assertThat(merge(BY_SECRET, "{'keyVaultName':'other'}"))
                .isEqualTo(refused(new EncryptionError.MalformedIdentifier(
                        KEY, AzureKeyNames.form(AzureEnvironment.AZURE, "other"))));
    }

    /** Frozen settings are told of as such: who has endpoints may not have another vault, whatever its keys. */
    @Test
    @Rule({"C11", "C12"})
    void anotherVaultMayBeFrozenBehindPrivateNetworking() {
        AzureVault current = BY_SECRET.reached(true);

        assertThat(merge(current, "{'keyVaultName':'other'}"))
                .isInstanceOfSatisfying(
                        KeyMerge.On.class, on -> assertThat(on.key().mismatch()).isPresent());
        assertThat(merge(current, "{'keyVaultName':'other','keyIdentifier':'" + KEY + "'}"))
                .isInstanceOf(KeyMerge.Refused.class);
        assertThat(merge(current, "{'keyVaultName':'other','requirePrivateNetworking':false}"))
                .isInstanceOf(KeyMerge.Refused.class);
    }

    @Rule("C13")
    @ParameterizedTest
    @CsvSource({"AZURE_CHINA, vault.azure.cn", "AZURE_US_GOVERNMENT, vault.usgovcloudapi.net"})
    void nationalCloudsAreOpenedBySecretsAlone(String environment, String hosts) {
        String body = "{'enabled':true,'azureEnvironment':'" + environment + "',"
                + (WHO + "," + WHERE).replace("vault.azure.net", hosts);

        assertThat(merge(null, body + ",'secret':'hush'}")).isInstanceOf(KeyMerge.On.class);
        assertThat(merge(null, body + ",'roleId':'" + ROLE + "'}"))
                .isEqualTo(refused(new EncryptionError.NoRolesIn(environment)));
    }

    @Test
    void otherEnvironmentsAreUnknown() {
        assertThat(merge(BY_SECRET, "{'azureEnvironment':'AZURE_GERMANY'}"))
                .isEqualTo(refused(new EncryptionError.UnknownEnvironment("AZURE_GERMANY")));
    }

    /** Whatever a role opens, a key that stays keeps where it is. */
    @Test
    @Rule("C5")
    void aFormerKeyIsOpenedLikeTheCurrentOne() {
        AzureVault former = named(in(OTHER, "former"), NEXT);

        AzureVault opened = former.openedLike(vault(OTHER, OTHER, BY_ROLE).reached(true));

        assertThat(opened).isEqualTo(former.opened(OTHER, OTHER, BY_ROLE).reached(true));
        assertThat(opened.resourceGroupName()).isEqualTo("former");
    }

    private static KeyMerge merge(@Nullable AzureVault current, String body) {
        try {
            var sent = JSON.readValue(body.replace('\'', '"'), EncryptionPatch.Azure.class);
            return AzureMergeRules.merge(
                    current, sent, EncryptionPatch.isSent(sent.secret()) ? Optional.of("new") : Optional.empty());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }

    private static KeyMerge on(AzureVault vault) {
        return new KeyMerge.On(vault);
    }

    private static KeyMerge refused(EncryptionError error) {
        return new KeyMerge.Refused(error);
    }

    private static KeyMerge missing(String... fields) {
        return refused(new EncryptionError.MissingFields(
                List.of(fields).stream().map(field -> "azureKeyVault." + field).toList()));
    }

    private static AzureVault vault(String client, String tenant, String secretId) {
        return vault(client, tenant, new Opener.Application(AzureEnvironment.AZURE, tenant, client, secretId));
    }

    private static AzureVault vault(@Nullable String client, @Nullable String tenant, Opener opener) {
        return new AzureVault(
                AzureEnvironment.AZURE,
                client,
                tenant,
                SUBSCRIPTION,
                "test-tf-export",
                "test-tf-export",
                KEY,
                opener,
                false,
                "global");
    }

    private static AzureVault named(AzureVault vault, String key) {
        return vault.named(AzureVault.GLOBAL, key);
    }

    private static AzureVault in(String subscription, String group) {
        return new AzureVault(
                AzureEnvironment.AZURE,
                CLIENT,
                TENANT,
                subscription,
                group,
                "test-tf-export",
                KEY,
                BY_SECRET.opener(),
                false,
                "global");
    }
}
