package io.keyward.config.encryption;

import static io.keyward.config.Tenants.setState;
import static io.keyward.config.encryption.AzureProject.KEY;
import static io.keyward.config.encryption.AzureProject.MANUAL;
import static io.keyward.config.encryption.AzureProject.NEXT;
import static io.keyward.config.encryption.AzureProject.OTHER;
import static io.keyward.config.encryption.AzureProject.PRIVATELY;
import static io.keyward.config.encryption.AzureProject.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A vault that is reached over private endpoints alone. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class AzurePrivateVaultIT {
    private static final String SERVICE = "/subscriptions/" + SUBSCRIPTION
            + "/resourceGroups/test-tf-export/providers/Microsoft.KeyVault/vaults/test-tf-export";

    FarEnd others;

    @BeforeEach
    void forget() {
        others.reset();
    }

    @Test
    @Rule({"E1", "E9", "C18"})
    void anEndpointIsAdmittedToTheVaultAndItsRegionGetsAKey() {
        AzureProject project = AzureProject.withPrivateKey();

        project.admit("US_EAST_2").then().statusCode(200).body("key", is(KEY)).body("service", is(SERVICE));
        project.admit("westeurope").then().statusCode(200).body("service", is(SERVICE));

        assertThat(project.keyUses("region")).containsExactly("global", "eastus2", "westeurope");
        assertThat(project.keyUses("home")).containsExactly("true", "false", "false");
        assertThat(project.keyUses("privateNetworking")).containsOnly("true");
        assertThat(project.keyUses("key")).containsOnly(KEY);
        Admitting.refused(project.admit("us-east-1"), 400, "INVALID_REGION");
    }

    @Test
    @Rule({"A2", "E1"})
    void anEndpointTakesPrivateNetworkingAndAnActiveProject() {
        AzureProject project = AzureProject.create();
        Admitting.refused(project.admit("US_EAST_2"), 400, "ENCRYPTION_AT_REST_NOT_ENABLED");
        project.accepted(MANUAL + ",'secret':'hush-hush'");
        Admitting.refused(project.admit("US_EAST_2"), 400, "KMS_PRIVATE_NETWORKING_NOT_REQUIRED");
        setState(project.groupId(), "INACTIVE").then().statusCode(200);
        project.refused(PRIVATELY, 400, "KMS_PRIVATE_NETWORKING_NOT_SUPPORTED");
        assertThat(project.keyUses("region")).containsExactly("global");
    }

    /** Where there are no AWS endpoints, nobody has to be told where one leads. */
    @Test
    void anAdmissionOnAwsNamesNoService() {
        Admitting.admit(Admitting.privateProject(), "us-east-1")
                .then()
                .statusCode(200)
                .body("service", nullValue());
    }

    /** An endpoint may be what is missing; a private path to a cloud that cannot be had, or a tenant that lets nobody in, is not made by one. */
    @Rule({"C2", "C13"})
    @ParameterizedTest
    @CsvSource({
        "INCONCLUSIVE, UNREACHABLE,                 keyvault:GetKey, FAILED,                     200, ",
        "INCONCLUSIVE, NETWORK_POLICY,              keyvault:GetKey, ForbiddenByConnection,      200, ",
        "INCONCLUSIVE, NETWORK_POLICY,              entra:Token,     interaction_required 53003, 400, AZURE_CONDITIONAL_ACCESS_DENIED",
        "UNUSABLE,     PRIVATE_NETWORK_NOT_ENABLED, arm:GetProvider, OK,                         400, AZURE_NETWORK_PROVIDER_NOT_REGISTERED",
        "REVOKED,      CREDENTIALS_INVALID,         entra:Token,     invalid_client 7000215,     400, INVALID_AZURE_CREDENTIALS"
    })
    void aVaultBehindAWallMayWaitForItsEndpoint(
            String outcome, String reason, String operation, String code, int status, String errorCode) {
        AzureProject project = AzureProject.create();
        others.onKey(AzureProject.refusing(outcome, reason, operation, code));

        project.patch(MANUAL + ",'secret':'hush-hush'," + PRIVATELY)
                .then()
                .statusCode(status)
                .body("errorCode", errorCode == null ? nullValue() : is(errorCode));

        project.read().then().body("azureKeyVault.enabled", is(status == 200)).body("azureKeyVault.valid", is(false));
    }

    @Test
    @Rule("C11")
    void whatEndpointsRestOnIsFrozenWhileThereAreAny() {
        AzureProject project = AzureProject.withPrivateKey();
        others.onClosing(AzureProject.endpoints("eastus2:ACTIVE", "westeurope:FAILED"));
        others.onEndpoints(AzureProject.endpoints("eastus2:ACTIVE", "westeurope:FAILED"));
        String before = project.read().asString();
        int asked = others.asked("key-checks").size();
        String other = "'keyVaultName':'other','keyIdentifier':'" + KEY.replace("test-tf-export", "other") + "'";

        project.refused("'resourceGroupName':'other'", 400, "AZURE_KEY_VAULT_SETTINGS_LOCKED")
                .body("parameters", contains("azureKeyVault.resourceGroupName"))
                .body("detail", containsString("azureKeyVault.resourceGroupName cannot be changed"))
                .body("detail", containsString("US_EAST_2 (ACTIVE)"))
                .body("detail", containsString("EUROPE_WEST (FAILED)"));
        project.refused("'subscriptionID':'" + OTHER + "'", 400, "AZURE_KEY_VAULT_SETTINGS_LOCKED")
                .body("parameters", contains("azureKeyVault.subscriptionID"));
        project.refused(
                        other + ",'resourceGroupName':'other','subscriptionID':'" + OTHER + "'",
                        400,
                        "AZURE_KEY_VAULT_SETTINGS_LOCKED")
                .body(
                        "detail",
                        allOf(
                                containsString("azureKeyVault.keyVaultName"),
                                containsString("azureKeyVault.resourceGroupName"),
                                containsString("azureKeyVault.subscriptionID")));
        project.refused("'keyVaultName':'other'", 400, "AZURE_KEY_VAULT_SETTINGS_LOCKED");
        project.forecast(other)
                .then()
                .statusCode(200)
                .body("accepted", is(false))
                .body("blockers.errorCode", contains("AZURE_KEY_VAULT_SETTINGS_LOCKED"))
                .body("endpoints.regionName", contains("US_EAST_2", "EUROPE_WEST"));

        assertThat(project.read().asString()).isEqualTo(before);
        assertThat(others.asked("key-checks")).hasSize(asked);
    }

    @Test
    @Rule("C11")
    void capitalsAndTheRestOfTheConfigurationAreNotFrozen() {
        AzureProject project = AzureProject.withPrivateKey();
        others.onClosing(AzureProject.endpoints("eastus2:ACTIVE"));

        project.accepted("'resourceGroupName':'Test-TF-Export'");
        project.accepted("'secret':'whisper'");
        project.accepted("'keyIdentifier':'" + NEXT + "'").body("azureKeyVault.keyIdentifier", is(NEXT));

        assertThat(project.keyUses("key")).containsOnly(NEXT);
    }

    @Test
    @Rule("C11")
    void withoutEndpointsTheVaultMayBeAnotherOne() {
        AzureProject project = AzureProject.withPrivateKey();
        int asked = others.asked("key-checks").size();
        project.refused("'keyVaultName':'other'", 400, "AZURE_KEY_VAULT_KEY_IDENTIFIER_INVALID_FORMAT");
        project.forecast("'keyVaultName':'other'")
                .then()
                .body("blockers.errorCode", contains("AZURE_KEY_VAULT_KEY_IDENTIFIER_INVALID_FORMAT"));
        assertThat(others.asked("key-checks")).hasSize(asked);

        project.accepted("'keyVaultName':'other','resourceGroupName':'other','keyIdentifier':'"
                        + KEY.replace("test-tf-export", "other") + "'")
                .body("azureKeyVault.keyVaultName", is("other"));

        project.admit("US_EAST_2").then().body("service", is(SERVICE.replace("test-tf-export", "other")));
    }

    @Test
    @Rule({"C7", "C8"})
    void endpointsOnAzureKeepItOnAndPrivate() {
        AzureProject project = AzureProject.withPrivateKey();
        others.onClosing(AzureProject.endpoints("eastus2:PENDING_ACCEPTANCE"));

        project.refused(
                        "'requirePrivateNetworking':false",
                        400,
                        "CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST")
                .body("parameters", contains("US_EAST_2"));
        project.refused("'enabled':false", 400, "CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS")
                .body("detail", containsString("US_EAST_2 (PENDING_ACCEPTANCE)"));
        assertThat(others.asked("/closings"))
                .allSatisfy(one ->
                        assertThat(one.question().path("provider").asText()).isEqualTo("AZURE"));

        others.onClosing(FarEnd.endpoints());
        project.accepted("'requirePrivateNetworking':false");
        assertThat(project.keyUses("region")).containsExactly("global");
        project.accepted("'enabled':false");
    }

    @Test
    @Rule({"C6", "C15", "E10"})
    void clustersElsewhereStandInTheWayAndThoseOnSeveralCloudsAreToldOf() {
        AzureProject project = AzureProject.withKey();
        project.build("wide", "AZURE", "US_EAST_2", "EUROPE_WEST");
        project.build("amazon", "AWS", "US_EAST_1");

        project.refused(PRIVATELY, 400, "KMS_PRIVATE_NETWORKING_NOT_SUPPORTED")
                .body("detail", allOf(containsString("amazon"), not(containsString("wide"))));
    }

    @Test
    @Rule("E10")
    void clustersOnSeveralCloudsThatWillStopAreToldOfBeforehand() {
        AzureProject project = AzureProject.withKey();
        project.build("wide", "AZURE", "US_EAST_2");
        project.buildOnTwoClouds("both");

        project.forecast(PRIVATELY)
                .then()
                .statusCode(200)
                .body("accepted", is(true))
                .body("clusters.name", contains("both"))
                .body("clusters.change", contains("STOP"))
                .body("clusters[0].fromKeys", contains(KEY));
        project.accepted(PRIVATELY);
    }

    @Test
    @Rule({"C18", "E9"})
    void everyRegionWithNodesGetsItsOwnWayToTheOneKey() {
        AzureProject project = AzureProject.withKey();
        project.build("wide", "AZURE", "US_EAST_2", "EUROPE_WEST");
        assertThat(project.keyUses("region")).containsExactly("global");
        int asked = others.asked("key-checks").size();

        project.accepted(PRIVATELY).body("azureKeyVault.valid", is(true));

        assertThat(project.keyUses("region")).containsExactly("global", "eastus2", "westeurope");
        assertThat(others.asked("key-checks").subList(asked, asked + 3))
                .extracting(one -> one.question().path("region").asText())
                .containsExactlyInAnyOrder("global", "eastus2", "westeurope");
        project.forecast("'requirePrivateNetworking':false")
                .then()
                .statusCode(200)
                .body("accepted", is(true))
                .body("checks.region", contains("global"))
                .body("clusters", empty());
        project.accepted("'requirePrivateNetworking':false");
        assertThat(project.keyUses("region")).containsExactly("global");
    }
}
