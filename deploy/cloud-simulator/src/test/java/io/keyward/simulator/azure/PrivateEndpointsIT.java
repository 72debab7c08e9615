package io.keyward.simulator.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.HttpResponseException;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.simulator.azure.ArmClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Private endpoints: one side makes them, the other approves them, and what goes through. */
class PrivateEndpointsIT extends AzureCase {

    private static final String NAME = "keyward-e1";
    private static final String ENDPOINTS = "/subscriptions/" + AzureAccounts.PLATFORM_SUBSCRIPTION + "/resourceGroups/"
            + AzureAccounts.PLATFORM_GROUP + "/providers/Microsoft.Network/privateEndpoints";
    private static final String ENDPOINT = ENDPOINTS + "/" + NAME;
    private static final String VAULT = "/subscriptions/" + AzureAccounts.CUSTOMER_SUBSCRIPTION + "/resourceGroups/"
            + AzureAccounts.DEMO_GROUP + "/providers/Microsoft.KeyVault/vaults/" + AzureAccounts.DEMO_VAULT;
    private static final String CONNECTIONS = VAULT + "/privateEndpointConnections";
    private static final String WISH = """
            {"location":"eastus2","tags":{"keyward":"e1"},"properties":{"subnet":{"id":"%s"},
              "manualPrivateLinkServiceConnections":[{"name":"keyward","properties":{"privateLinkServiceId":"%s",
                "groupIds":["vault"],"requestMessage":"Keyward"}}]}}""".formatted(AzureAccounts.subnet("eastus2"), VAULT);

    private ArmClient platform;
    private ArmClient customer;

    @BeforeEach
    void twoSides() {
        platform = new ArmClient(clients, clients.platform(AzureAccounts.PLATFORM_TENANT));
        customer = new ArmClient(clients, clients.administrator());
        control("PUT", "/azure/private-endpoint-settings", "{\"creation\":\"PT0S\",\"deletion\":\"PT0S\"}");
    }

    @Test
    void fromTheRequestToTheApprovalAndBack() {
        // Given
        Answer made = platform.send("PUT", ENDPOINT, ArmClient.NETWORK, WISH);
        assertThat(made.status()).isEqualTo(201);
        assertThat(platform.get(made.operation(), "").body().path("status").asText())
                .isEqualTo("Succeeded");
        assertThat(status()).isEqualTo("Succeeded Pending");
        CryptographyClient inside = inside();
        assertThatThrownBy(() -> encrypt(inside)).isNotInstanceOf(HttpResponseException.class);

        // When
        decide("Approved");
        control("PUT", "/azure/vaults/keyward-demo/network", "{\"publicAccess\":false}");

        // Then
        assertThat(status()).isEqualTo("Succeeded Approved");
        JsonNode names = platform.get(ENDPOINT, ArmClient.NETWORK).properties().path("customDnsConfigs");
        assertThat(names.at("/0/fqdn").asText()).isEqualTo(AzureAccounts.DEMO_VAULT_HOST);
        assertThat(names.at("/0/ipAddresses/0").asText()).startsWith("10.0.");
        byte[] sealed = encrypt(inside);
        assertThat(decrypt(inside, sealed)).isEqualTo(PROBE);
        CryptographyClient outside = clients.cryptography(AzureAccounts.DEMO_KEY_ID, clients.demo());
        assertThat(refusal(() -> decrypt(outside, sealed))).isEqualTo("403 ForbiddenByConnection");
        assertThat(control("GET", "/log?path=" + NAME + "&operation=Decrypt", "")
                        .path("entries"))
                .hasSize(1);

        // When
        decide("Rejected");

        // Then
        assertThat(status()).isEqualTo("Succeeded Rejected");
        assertThatThrownBy(() -> decrypt(inside, sealed)).isNotInstanceOf(HttpResponseException.class);

        // When
        assertThat(customer.send("DELETE", connection(), ArmClient.VAULTS, "").status())
                .isEqualTo(200);

        // Then
        assertThat(status()).isEqualTo("Succeeded Disconnected");
        assertThat(customer.get(CONNECTIONS, ArmClient.VAULTS).body().path("value"))
                .isEmpty();
    }

    @Test
    void theSameWishIsTheSameEndpointAndItTakesItsTime() {
        // Given
        control("PUT", "/azure/private-endpoint-settings", "{\"creation\":\"PT1H\",\"deletion\":\"PT1H\"}");

        // Then
        assertThat(platform.send("PUT", ENDPOINT, ArmClient.NETWORK, WISH).status())
                .isEqualTo(201);
        assertThat(status()).isEqualTo("Creating Pending");
        assertThat(platform.send("PUT", ENDPOINT, ArmClient.NETWORK, WISH).status())
                .isEqualTo(200);
        assertThat(customer.get(CONNECTIONS, ArmClient.VAULTS).body().path("value"))
                .isEmpty();
        assertThat(platform.get(ENDPOINTS, ArmClient.NETWORK).body().path("value"))
                .hasSize(1);
        control("PUT", "/clock", "{\"offset\":\"PT61M\"}");
        assertThat(status()).isEqualTo("Succeeded Pending");
        assertThat(customer.get(CONNECTIONS, ArmClient.VAULTS).body().path("value"))
                .hasSize(1);

        // When
        Answer leaving = platform.send("DELETE", ENDPOINT, ArmClient.NETWORK, "");

        // Then
        assertThat(leaving.status()).isEqualTo(202);
        assertThat(status()).isEqualTo("Deleting Pending");
        assertThat(platform.get(leaving.location(), "").status()).isEqualTo(202);
        assertThat(platform.send("PUT", ENDPOINT, ArmClient.NETWORK, WISH).code())
                .isEqualTo("409 AnotherOperationInProgress");
        control("PUT", "/clock", "{\"offset\":\"PT122M\"}");
        assertThat(platform.get(leaving.location(), "").status()).isEqualTo(204);
        assertThat(platform.get(ENDPOINT, ArmClient.NETWORK).code()).isEqualTo("404 ResourceNotFound");
        assertThat(platform.send("DELETE", ENDPOINT, ArmClient.NETWORK, "").status())
                .isEqualTo(204);
    }

    @Test
    void aListComesInPages() {
        for (int i = 0; i < 51; i++) {
            platform.send("PUT", ENDPOINT + "-" + i, ArmClient.NETWORK, WISH);
        }

        Answer first = platform.get(ENDPOINTS, ArmClient.NETWORK);
        Answer second = platform.get(first.body().path("nextLink").asText(), "");

        assertThat(first.body().path("value")).hasSize(50);
        assertThat(second.body().path("value")).hasSize(1);
        assertThat(second.body().has("nextLink")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Failed,Failed Pending", "Canceled,Canceled Pending", "Creating,Creating Pending"})
    void aCreationEndsAsControlWantsIt(String state, String expected) {
        control(
                "PUT",
                "/azure/private-endpoint-creations/a",
                "{\"state\":\"" + state + "\",\"code\":\"Quota\",\"calls\":1}");

        Answer made = platform.send("PUT", ENDPOINT, ArmClient.NETWORK, WISH);

        assertThat(status()).isEqualTo(expected);
        assertThat(platform.get(made.operation(), "")
                        .body()
                        .path("error")
                        .path("code")
                        .asText(""))
                .isEqualTo(state.equals("Creating") ? "" : "Quota");
        platform.send("PUT", ENDPOINT, ArmClient.NETWORK, WISH);
        assertThat(status()).isEqualTo(state.equals("Creating") ? expected : "Succeeded Pending");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reject", "disconnect", "delete", "vanish", "pend", "fail", "cancel"})
    void anEndpointThatIsNotApprovedAndThereLeadsNowhere(String what) {
        // Given
        platform.send("PUT", ENDPOINT, ArmClient.NETWORK, WISH);
        control("POST", "/azure/private-endpoints/" + NAME + "/approve", "");
        CryptographyClient inside = inside();
        byte[] sealed = encrypt(inside);

        // When
        control("POST", "/azure/private-endpoints/" + NAME + "/" + what, "");

        // Then
        assertThatThrownBy(() -> decrypt(inside, sealed)).isNotInstanceOf(HttpResponseException.class);
    }

    @Test
    void whatIsMisroutedComesFromOutside() {
        // Given
        platform.send("PUT", ENDPOINT, ArmClient.NETWORK, WISH);
        control("POST", "/azure/private-endpoints/" + NAME + "/approve", "");
        control("PUT", "/azure/vaults/keyward-demo/network", "{\"firewall\":true}");
        CryptographyClient inside = inside();
        byte[] sealed = encrypt(inside);

        // When
        control("POST", "/azure/private-endpoints/" + NAME + "/misroute", "");

        // Then
        assertThat(refusal(() -> decrypt(inside, sealed))).isEqualTo("403 ForbiddenByFirewall");
        control("POST", "/azure/private-endpoints/" + NAME + "/route", "");
        assertThat(decrypt(inside, sealed)).isEqualTo(PROBE);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThat(platform.get(VAULT, ArmClient.VAULTS).code()).isEqualTo("401 InvalidAuthenticationTokenTenant");
        assertThat(new ArmClient(clients, clients.demo())
                        .send("PUT", CONNECTIONS + "/any", ArmClient.VAULTS, "{}")
                        .code())
                .isEqualTo("403 AuthorizationFailed");
        assertThat(put(WISH.replace("manualPrivate", "private"))).isEqualTo("403 LinkedAuthorizationFailed");
        assertThat(put(WISH.replace("\"vault\"", "\"sites\""))).isEqualTo("400 InvalidRequestContent");
        assertThat(put(WISH.replace("vaults/keyward-demo", "vaults/none"))).isEqualTo("400 InvalidResourceReference");
        assertThat(put(WISH.replace("subnets", "nets"))).isEqualTo("400 InvalidResourceReference");
        String elsewhere = ENDPOINT.replace("resourceGroups/keyward", "resourceGroups/none");
        assertThat(platform.send("PUT", elsewhere, ArmClient.NETWORK, WISH).code())
                .isEqualTo("404 ResourceGroupNotFound");
        customer.send("POST", provider("unregister"), "2022-09-01", "");
        assertThat(put(WISH)).isEqualTo("409 MissingSubscriptionRegistration");
        assertThat(customer.get(provider(""), "2022-09-01")
                        .body()
                        .path("registrationState")
                        .asText())
                .isEqualTo("NotRegistered");
        customer.send("POST", provider("register"), "2022-09-01", "");
        assertThat(platform.send("PUT", ENDPOINT, ArmClient.NETWORK, WISH).status())
                .isEqualTo(201);
    }

    @Test
    void disturbancesAreForTheResourceManagerToo() {
        control(
                "PUT",
                "/disturbances/a",
                "{\"service\":\"arm\",\"operation\":\"PutPrivateEndpoint\",\"region\":\"eastus2\",\"when\":\"AFTER\",\"calls\":1,"
                        + "\"effect\":\"UNREACHABLE\"}");

        assertThatThrownBy(() -> platform.send("PUT", ENDPOINT, ArmClient.NETWORK, WISH))
                .isInstanceOf(RuntimeException.class);
        assertThat(platform.send("PUT", ENDPOINT, ArmClient.NETWORK, WISH).status())
                .isEqualTo(200);
        control("PUT", "/disturbances/b", "{\"service\":\"arm\",\"effect\":\"THROTTLE\"}");
        assertThat(platform.get(ENDPOINT, ArmClient.NETWORK).code()).isEqualTo("429 TooManyRequests");
    }

    private CryptographyClient inside() {
        return clients.through(NAME).cryptography(AzureAccounts.DEMO_KEY_ID, clients.demo());
    }

    private String put(String wish) {
        return platform.send("PUT", ENDPOINT, ArmClient.NETWORK, wish).code();
    }

    private void decide(String status) {
        Answer answer = customer.send(
                "PUT",
                connection(),
                ArmClient.VAULTS,
                "{\"properties\":{\"privateLinkServiceConnectionState\":{\"status\":\"" + status
                        + "\",\"description\":\"by us\"}}}");
        assertThat(answer.status()).isEqualTo(200);
    }

    private String connection() {
        return customer.get(CONNECTIONS, ArmClient.VAULTS)
                .body()
                .path("value")
                .path(0)
                .path("id")
                .asText();
    }

    /** Both states of the endpoint, as its owner reads them. */
    private String status() {
        JsonNode properties = platform.get(ENDPOINT, ArmClient.NETWORK).properties();
        return properties.path("provisioningState").asText() + " "
                + properties
                        .path("manualPrivateLinkServiceConnections")
                        .path(0)
                        .path("properties")
                        .path("privateLinkServiceConnectionState")
                        .path("status")
                        .asText();
    }

    private static String provider(String action) {
        String path =
                "/subscriptions/" + AzureAccounts.CUSTOMER_SUBSCRIPTION + "/providers/Microsoft.Network/" + action;
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
