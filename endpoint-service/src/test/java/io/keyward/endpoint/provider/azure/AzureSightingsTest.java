package io.keyward.endpoint.provider.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.keyward.endpoint.provider.RegionView.Sighting;
import io.keyward.testkit.Rule;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("E2")
class AzureSightingsTest {

    /** How far it is, what the owner of the vault thinks of it, its address, and what that means. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            Creating,  Pending,      -,        Pending
            Updating,  Approved,     10.0.0.4, Pending
            Deleting,  Approved,     10.0.0.4, GoingAway
            Failed,    Pending,      -,        Refused
            Canceled,  Pending,      -,        Refused
            Brandnew,  Approved,     10.0.0.4, Unseen
            -,         Approved,     10.0.0.4, Unseen
            Succeeded, Pending,      -,        PendingApproval
            Succeeded, Approved,     10.0.0.4, Up
            succeeded, approved,     10.0.0.4, Up
            SUCCEEDED, APPROVED,     10.0.0.4, Up
            Succeeded, Approved,     -,        Pending
            Succeeded, Rejected,     -,        Refused
            Succeeded, Disconnected, 10.0.0.4, Refused
            Succeeded, Brandnew,     10.0.0.4, Unseen
            Succeeded, -,            10.0.0.4, Unseen
            """)
    void twoStatesMakeOne(String provisioning, String status, String address, String seen) {
        var endpoint = endpoint(provisioning, status, address);

        assertThat(AzureSightings.of(endpoint, "test", "eastus2"))
                .map(sighting -> sighting.seen().getClass().getSimpleName())
                .contains(seen);
    }

    @Test
    void onlyOursAreSeenAndOnlyThere() {
        var endpoint = endpoint("Succeeded", "Approved", "10.0.0.4");

        assertThat(AzureSightings.of(endpoint, "test", "eastus2"))
                .contains(new Sighting("e1", "test-e1", new Observation.Up("test-e1", "10.0.0.4")));
        assertThat(AzureSightings.of(endpoint, "other", "eastus2")).isEmpty();
        assertThat(AzureSightings.of(endpoint, "test", "westeurope")).isEmpty();
        assertThat(AzureSightings.of(endpoint.copy().put("location", "East US 2"), "test", "eastus2"))
                .isPresent();
        assertThat(AzureSightings.of(
                        new JsonObject().put("name", "somebody's").put("location", "eastus2"), "test", "eastus2"))
                .isEmpty();
    }

    /** Else an endpoint of ours that is shown in part would be taken for gone. */
    @Test
    void whatIsNoEndpointIsNobodyElsesEither() {
        var nameless = endpoint("Succeeded", "Approved", "10.0.0.4").putNull("name");
        var nowhere = new JsonObject().put("name", "test-e1");

        assertThatThrownBy(() -> AzureSightings.of(nameless, "test", "eastus2"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AzureSightings.of(nowhere, "test", "eastus2"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The owner of the vault has to know what it is about, and Azure takes 140 characters. */
    @Test
    void whatIsAskedForTellsTheOwnerOfTheVaultWhatToApprove() {
        var order = new Order("5f0000000000000000000001", "32b6e34b3d91647abb20e7b8", "eastus2", "/vault");
        var requests = new AzureRequests("/endpoints", "test");

        var properties = new JsonObject(requests.body(order, "/subnet", "/vault")).getJsonObject("properties");
        var connection =
                properties.getJsonArray("manualPrivateLinkServiceConnections").getJsonObject(0);

        assertThat(connection.getJsonObject("properties").getString("requestMessage"))
                .contains(order.endpointId(), order.groupId(), "approve")
                .hasSizeLessThanOrEqualTo(140);
        assertThat(connection.getString("name")).isEqualTo("test-" + order.endpointId());
        assertThat(properties.getJsonObject("subnet").getString("id")).isEqualTo("/subnet");
    }

    private static JsonObject endpoint(String provisioning, String status, String address) {
        var state = new JsonObject().put("status", status);
        var connection =
                new JsonObject().put("properties", new JsonObject().put("privateLinkServiceConnectionState", state));
        var names = new JsonArray();
        if (address != null) {
            names.add(new JsonObject().put("ipAddresses", new JsonArray().add(address)));
        }
        return new JsonObject()
                .put("name", "test-e1")
                .put("location", "eastus2")
                .put("tags", new JsonObject().put("Keyward:Endpoint-Id", "e1").put("keyward:installation", "test"))
                .put(
                        "properties",
                        new JsonObject()
                                .put("provisioningState", provisioning)
                                .put("customDnsConfigs", names)
                                .put("manualPrivateLinkServiceConnections", new JsonArray().add(connection)));
    }
}
