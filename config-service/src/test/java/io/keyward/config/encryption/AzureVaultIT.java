package io.keyward.config.encryption;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.encryption.AzureProject.CLIENT;
import static io.keyward.config.encryption.AzureProject.KEY;
import static io.keyward.config.encryption.AzureProject.MANUAL;
import static io.keyward.config.encryption.AzureProject.NEXT;
import static io.keyward.config.encryption.AzureProject.OTHER;
import static io.keyward.config.encryption.AzureProject.SUBSCRIPTION;
import static io.keyward.config.encryption.AzureProject.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class AzureVaultIT {
    FarEnd others;

    @BeforeEach
    void forget() {
        others.reset();
    }

    @Test
    @Rule({"C1", "C13", "P4"})
    void takesTheManualsPatchOnceItsSecretIsThere() {
        AzureProject project = AzureProject.create();
        project.refused(MANUAL + ",'secret':''", 400, "MISSING_ATTRIBUTE")
                .body("detail", containsString("azureKeyVault.secret"));

        project.accepted(MANUAL + ",'secret':'hush-hush'")
                .body("azureKeyVault.enabled", is(true))
                .body("azureKeyVault.valid", is(true))
                .body("azureKeyVault.azureEnvironment", is("AZURE"))
                .body("azureKeyVault.clientID", is(CLIENT))
                .body("azureKeyVault.tenantID", is(TENANT))
                .body("azureKeyVault.subscriptionID", is(SUBSCRIPTION))
                .body("azureKeyVault.resourceGroupName", is("test-tf-export"))
                .body("azureKeyVault.keyVaultName", is("test-tf-export"))
                .body("azureKeyVault.keyIdentifier", is(KEY))
                .body("azureKeyVault.requirePrivateNetworking", is(false))
                .body("azureKeyVault.roleId", nullValue())
                .body("azureKeyVault", not(hasKey("secret")))
                .body("awsKms.enabled", is(false));

        JsonNode asked = others.asked("key-checks").getLast().question();
        assertThat(asked.path("provider").asText()).isEqualTo("AZURE");
        assertThat(asked.path("key").asText()).isEqualTo(KEY);
        assertThat(asked.path("region").asText()).isEqualTo("global");
        assertThat(asked.path("secret").asText()).isEqualTo("hush-hush");
        assertThat(asked.at("/access/environment").asText()).isEqualTo("AZURE");
        assertThat(asked.at("/access/tenantId").asText()).isEqualTo(TENANT);
        assertThat(asked.at("/access/clientId").asText()).isEqualTo(CLIENT);
        assertThat(asked.at("/access/subscriptionId").asText()).isEqualTo(SUBSCRIPTION);
        assertThat(asked.at("/access/resourceGroup").asText()).isEqualTo("test-tf-export");
        assertThat(asked.at("/access/vault").asText()).isEqualTo("test-tf-export");
        assertThat(project.stored()).contains(KEY).doesNotContain("hush-hush");
        assertThat(project.keyUses("region")).containsExactly("global");
        assertThat(project.keyUses("provider")).containsExactly("AZURE");
        assertThat(project.keyUses("azure,credentialId")).isEqualTo(project.credentials());
        assertThat(project.keyUses("azure,vault")).containsExactly("test-tf-export");
    }

    @Test
    @Rule("C1")
    void theWholeAnswerSentBackAsksNobody() {
        AzureProject project = AzureProject.withKey();
        String whole = project.read().asString();
        int asked = others.askedAbout(project.groupId()).size();

        assertThat(OWNER.patch(encryption(project.groupId()), whole).asString()).isEqualTo(whole);
        project.accepted(MANUAL + ",'secret':'hush-hush'");

        assertThat(others.askedAbout(project.groupId())).hasSize(asked);
    }

    @Test
    @Rule({"C1", "P4"})
    void whatIsSwitchedOffIsErased() {
        AzureProject project = AzureProject.withKey();

        project.accepted("'enabled':false")
                .body("azureKeyVault.enabled", is(false))
                .body("azureKeyVault.keyIdentifier", nullValue())
                .body("azureKeyVault.clientID", nullValue());

        assertThat(project.credentials()).isEmpty();
        project.refused("'enabled':true", 400, "MISSING_ATTRIBUTE")
                .body("badRequestDetail.fields.size()", is(7))
                .body("detail", containsString("azureKeyVault.keyIdentifier"));
    }

    @Test
    @Rule({"C12", "C13"})
    void refusesWhatCannotBeMeantBeforeAnybodyIsAsked() {
        AzureProject project = AzureProject.create();
        String whole = MANUAL + ",'secret':'hush-hush'";

        project.refused(
                        whole.replace("vault.azure.net", "example.org"),
                        400,
                        "AZURE_KEY_VAULT_KEY_IDENTIFIER_INVALID_FORMAT")
                .body("detail", containsString("https://test-tf-export.vault.azure.net/keys/{name}/{version}"));
        project.refused(
                whole.replace("'azureEnvironment':'AZURE'", "'azureEnvironment':'AZURE_CHINA'"),
                400,
                "AZURE_KEY_VAULT_KEY_IDENTIFIER_INVALID_FORMAT");
        project.refused(
                        whole.replace("'azureEnvironment':'AZURE'", "'azureEnvironment':'AZURE_GERMANY'"),
                        400,
                        "AZURE_KEY_VAULT_ENVIRONMENT_NOT_SUPPORTED")
                .body("detail", containsString("AZURE_GERMANY"));
        project.refused(whole.replace(TENANT, "contoso.com"), 400, "INVALID_ATTRIBUTE")
                .body("detail", containsString("azureKeyVault.tenantID"));

        assertThat(others.askedAbout(project.groupId())).isEmpty();
        assertThat(project.stored()).isEmpty();
    }

    /** Each as a configuration is refused with it, which nothing comes of. */
    @Rule({"C2", "C13", "R5"})
    @ParameterizedTest
    @CsvSource({
        "REVOKED,      KEY_DISABLED,                keyvault:GetKey,  OK,                         400, AZURE_KEY_VAULT_KEY_NOT_ENABLED",
        "REVOKED,      KEY_PENDING_DELETION,        keyvault:GetKey,  KeyNotFound,                400, AZURE_KEY_VAULT_KEY_PENDING_DELETION",
        "UNUSABLE,     KEY_NEVER_FOUND,             keyvault:GetKey,  KeyNotFound,                400, AZURE_KEY_VAULT_KEY_NOT_FOUND",
        "UNUSABLE,     KEY_VERSION_MISSING,         keyvault:GetKey,  KeyNotFound,                400, AZURE_KEY_VAULT_KEY_NOT_FOUND",
        "UNUSABLE,     KEY_EXPIRED,                 keyvault:Encrypt, KeyExpired,                 400, AZURE_KEY_VAULT_KEY_EXPIRED",
        "UNUSABLE,     KEY_NOT_YET_VALID,           keyvault:Encrypt, KeyNotYetValid,             400, AZURE_KEY_VAULT_KEY_NOT_ACTIVE",
        "UNUSABLE,     WRONG_KEY_TYPE,              keyvault:GetKey,  OK,                         400, AZURE_KEY_VAULT_KEY_USAGE_NOT_SUPPORTED",
        "REVOKED,      ASSIGNMENT_REVOKED,          keyvault:Decrypt, ForbiddenByPolicy,          400, NO_PERMISSION_TO_ENCRYPT_DECRYPT",
        "UNUSABLE,     KEY_ELSEWHERE,               arm:GetVault,     ResourceGroupNotFound,      400, AZURE_KEY_VAULT_NOT_IN_RESOURCE_GROUP",
        "UNUSABLE,     PRIVATE_NETWORK_NOT_ENABLED, arm:GetProvider,  OK,                         400, AZURE_NETWORK_PROVIDER_NOT_REGISTERED",
        "INCONCLUSIVE, NETWORK_POLICY,              entra:Token,      interaction_required 53003, 400, AZURE_CONDITIONAL_ACCESS_DENIED",
        "INCONCLUSIVE, NETWORK_POLICY,              keyvault:GetKey,  ForbiddenByFirewall,        400, KMS_NETWORK_ACCESS_DENIED",
        "REVOKED,      CREDENTIALS_EXPIRED,         entra:Token,      invalid_client 7000222,     400, AZURE_CLIENT_SECRET_EXPIRED",
        "REVOKED,      CREDENTIALS_INVALID,         entra:Token,      invalid_client 7000215,     400, INVALID_AZURE_CREDENTIALS",
        "REVOKED,      CREDENTIALS_INVALID,         entra:Token,      unauthorized_client 700016, 400, AZURE_APPLICATION_NOT_FOUND",
        "UNUSABLE,     INVALID_REQUEST,             entra:Token,      invalid_request 90002,      400, AZURE_TENANT_NOT_FOUND",
        "UNUSABLE,     INVALID_REQUEST,             keyvault:GetKey,  Unauthorized,               400, INVALID_AZURE_API_REQUEST",
        "INCONCLUSIVE, THROTTLED,                   keyvault:GetKey,  Throttled,                  503, KMS_UNAVAILABLE"
    })
    void aKeyThatIsNotValidIsRefusedWithWhatAzureSaid(
            String outcome, String reason, String operation, String code, int status, String errorCode) {
        AzureProject project = AzureProject.create();
        others.onKey(AzureProject.refusing(outcome, reason, operation, code));

        project.refused(MANUAL + ",'secret':'hush-hush'", status, errorCode)
                .body("detail", containsString("It is so. " + (status == 503 ? "Nothing was changed" : "Do this.")))
                .body("detail", not(containsString("hush-hush")));

        assertThat(project.stored()).isEmpty();
        project.read().then().body("azureKeyVault.enabled", is(false));
    }

    @Test
    @Rule({"C9", "C10"})
    void rotatingIsAnotherVersionOfTheKey() {
        AzureProject project = AzureProject.withKey();
        project.build("orders", "AZURE", "US_EAST_2");

        project.accepted("'keyIdentifier':'" + NEXT + "'")
                .body("azureKeyVault.keyIdentifier", is(NEXT))
                .body("azureKeyVault.valid", is(true));

        assertThat(project.keyUses("key")).containsExactly(NEXT, KEY);
        assertThat(project.keyUses("former")).containsExactly("false", "true");
        assertThat(Set.copyOf(project.keyUses("azure,credentialId"))).hasSize(1);
        others.onKey(AzureProject.refusing("REVOKED", "KEY_DISABLED", "keyvault:GetKey", "OK"));
        project.refused("'keyIdentifier':'" + NEXT.replace("d89", "e89") + "'", 400, "AZURE_KEY_VAULT_KEY_NOT_ENABLED");
        project.read().then().body("azureKeyVault.keyIdentifier", is(NEXT));
    }

    /** Whether a new secret, or an application, opens the key is asked; the key stays the same one. */
    @Test
    @Rule({"C9", "P4"})
    void anotherSecretTakesThePlaceOfTheFormerOne() {
        AzureProject project = AzureProject.withKey();
        project.build("orders", "AZURE", "US_EAST_2");
        var before = project.credentials();
        var use = project.keyUses("keyUseId");

        project.accepted("'secret':'whisper'").body("azureKeyVault.valid", is(true));

        assertThat(project.credentials()).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(project.keyUses("azure,credentialId")).isEqualTo(project.credentials());
        assertThat(project.keyUses("keyUseId")).isEqualTo(use);
        assertThat(others.asked("key-checks")
                        .getLast()
                        .question()
                        .path("secret")
                        .asText())
                .isEqualTo("whisper");
        project.refused("'clientID':'" + OTHER + "'", 400, "MISSING_ATTRIBUTE")
                .body("detail", containsString("azureKeyVault.secret"));
        project.accepted("'clientID':'" + OTHER + "','secret':'whisper'").body("azureKeyVault.clientID", is(OTHER));
        assertThat(project.keyUses("azure,clientId")).containsExactly(OTHER);
        others.onKey(AzureProject.refusing("REVOKED", "CREDENTIALS_INVALID", "entra:Token", "invalid_client 7000215"));
        project.refused("'secret':'wrong'", 400, "INVALID_AZURE_CREDENTIALS");
        assertThat(project.keyUses("azure,credentialId")).isEqualTo(project.credentials());
    }

    @Test
    @Rule({"R2", "R3", "R4", "P4"})
    void aRoleWinsOverTheSecretAndStays() {
        AzureProject project = AzureProject.withKey();
        String unproved = project.unauthorizedRole();
        project.refused("'roleId':'" + unproved + "'", 400, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED");
        project.refused("'roleId':'" + "65a5e9a1f2c3d4b5a6978802" + "'", 404, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND");
        String roleId = project.role();

        project.accepted("'roleId':'" + roleId + "','secret':'whisper'")
                .body("azureKeyVault.roleId", is(roleId))
                .body("azureKeyVault.clientID", nullValue())
                .body("azureKeyVault.valid", is(true));

        JsonNode asked = others.asked("key-checks").getLast().question();
        assertThat(asked.has("secret")).isFalse();
        assertThat(asked.at("/access/tenantId").asText()).isEqualTo(OTHER);
        assertThat(asked.at("/access/clientId").asText()).isEqualTo("0a1b2c3d-1111-2222-3333-0a1b2c3d4e5f");
        assertThat(asked.at("/access").has("credentialId")).isFalse();
        assertThat(project.credentials()).isEmpty();
        assertThat(project.keyUses("azure,tenantId")).containsExactly(OTHER);
        assertThat(project.keyUses("azure,credentialId")).containsOnlyNulls();
        project.refused("'secret':'whisper'", 400, "AZURE_KEY_VAULT_CREDENTIALS_DEPRECATED");
        project.refused(
                        "'azureEnvironment':'AZURE_CHINA','keyIdentifier':'" + KEY.replace("azure.net", "azure.cn")
                                + "'",
                        400,
                        "AZURE_KEY_VAULT_ENVIRONMENT_NOT_SUPPORTED")
                .body("detail", containsString("A role cannot open keys in AZURE_CHINA"));
        OWNER.delete(V2 + "/" + project.groupId() + "/cloudProviderAccess/AZURE/" + roleId)
                .then()
                .statusCode(400)
                .body("errorCode", is("AZURE_SERVICE_PRINCIPAL_IN_USE"))
                .body("detail", containsString("Azure Key Vault key " + KEY));
    }

    @Test
    @Rule("R2")
    void aRoleThatLetsUsInNoMoreIsNamed() {
        AzureProject project = AzureProject.create();
        String roleId = project.role();
        others.onKey(
                AzureProject.refusing("REVOKED", "ROLE_NOT_ASSUMABLE", "entra:Token", "unauthorized_client 700016"));

        project.refused(MANUAL + ",'roleId':'" + roleId + "'", 400, "CANNOT_ASSUME_ROLE")
                .body("detail", containsString(roleId));
    }

    /** A former key is needed as long as a cluster is under it: another role is tried on it as well. */
    @Test
    @Rule("R7")
    void anotherRoleHasToOpenFormerKeysToo() {
        AzureProject project = AzureProject.withKey();
        project.build("orders", "AZURE", "US_EAST_2");
        project.accepted("'keyIdentifier':'" + NEXT + "'");
        String roleId = project.role();
        others.onKey(question -> question.path("key").asText().equals(KEY)
                ? AzureProject.refusing("REVOKED", "ASSIGNMENT_REVOKED", "keyvault:Decrypt", "ForbiddenByRbac")
                        .to(question)
                : FarEnd.valid(question));

        project.refused("'roleId':'" + roleId + "'", 400, "NO_PERMISSION_TO_ENCRYPT_DECRYPT")
                .body("detail", containsString(KEY));
    }

    /** What AWS says of a change is no concern of Azure's, and the other way round: both or none. */
    @Test
    @Rule({"C1", "C5"})
    void aVaultBesideAnAwsKeyIsAnotherProvider() {
        AzureProject project = AzureProject.withKey();
        String roleId = io.keyward.config.Tenants.role(project.groupId());

        OWNER.patch(
                        encryption(project.groupId()),
                        io.keyward.config.Tenants.configuring(io.keyward.config.Tenants.KEY, roleId))
                .then()
                .statusCode(200)
                .body("awsKms.valid", is(true))
                .body("azureKeyVault.valid", is(true));

        assertThat(project.keyUses("provider")).containsExactly("AWS", "AZURE");
        project.accepted("'enabled':false").body("awsKms.enabled", is(true)).body("awsKms.valid", is(true));
        assertThat(project.keyUses("provider")).containsExactly("AWS");
    }

    @Test
    @Rule("C2")
    void withoutAnAnswerNothingIsAccepted() {
        AzureProject project = AzureProject.create();
        others.onKey(question -> "");

        project.refused(MANUAL + ",'secret':'hush-hush'", 503, "SERVICE_UNAVAILABLE")
                .header("Retry-After", notNullValue());

        assertThat(project.stored()).isEmpty();
    }
}
