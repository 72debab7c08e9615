package io.keyward.local.demo.clouds;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.demo.telling.Evidence;
import io.keyward.local.demo.telling.Expect;
import io.keyward.local.demo.telling.Narrator;
import io.keyward.local.folder.Addresses;
import io.keyward.simulator.azure.AzureAccounts;
import java.util.List;

/** A key in a vault that is closed to the internet: its owner approves the way to it, rejects it, changes the key, takes it away and gives it back. */
public final class AzureStory {
    private static final String REGION = "US_EAST_2";
    private static final String INVALID = "AZURE_ENCRYPTION_KEY_INVALID";

    private final Narrator narrator;
    private final AzureAccount azure;
    private final Project project;
    private final OneCluster cluster;
    private String key = AzureAccounts.DEMO_KEY_ID;
    private String endpointId = "";

    private AzureStory(Narrator narrator, Addresses addresses, Project project) {
        this.narrator = narrator;
        this.project = project;
        azure = new AzureAccount(addresses);
        cluster = new OneCluster(project, "orders-azure");
    }

    /** Tells all of it. */
    public static void tell(Narrator narrator, Addresses addresses) {
        narrator.part("Azure Key Vault");
        Project project = narrator.call(
                "The tenant creates a project",
                () -> Project.create(addresses, "Orders on Azure", Project.Provider.AZURE),
                created -> "project " + created.groupId());
        new AzureStory(narrator, addresses, project).tell();
    }

    private void tell() {
        narrator.call("A key of the tenant's vault becomes the project's", this::useKey);
        narrator.reaction("A cluster under it, for now over the internet", this::createCluster);
        narrator.reaction("Private networking, and an endpoint: it waits for the vault's owner", this::createEndpoint);
        narrator.reaction("The owner approves: ACTIVE, and the cluster is moved to it", this::approve);
        narrator.reaction("The vault is closed to the internet: all goes on", this::close);
        narrator.call("Refused: a vault elsewhere, or giving the key up, while there are endpoints", this::refusals);
        narrator.reaction("The owner rejects the connection: another one is made, and all runs on", this::reject);
        narrator.reaction("… and approves that one: the old one is gone", this::approveAgain);
        narrator.reaction("The key identifier is rotated: the cluster is wrapped anew", this::rotate);
        narrator.reaction("Access to the key is revoked: the cluster stops, and an alert says why", this::revoke);
        narrator.reaction("… and restored: it runs again by itself", this::restore);
        narrator.reaction("The endpoint is removed, private networking turned off", this::goPublic);
        narrator.reaction("The cluster is deleted, and the key given up", this::leave);
    }

    private String useKey() {
        project.accept(azure.configuration(key, false));
        return "key " + key + ", valid: true";
    }

    private String createCluster() {
        project.createCluster(cluster.name(), REGION);
        return cluster.awaitRunning();
    }

    private String createEndpoint() {
        project.configure(azure.configuration(key, true)).expect(200);
        JsonNode asked = project.createEndpoint(REGION).expect(202).body();
        endpointId = asked.path("id").asText();
        awaitStatus(endpointId, "PENDING_ACCEPTANCE");
        return "endpoint %s: %s, then PENDING_ACCEPTANCE"
                .formatted(endpointId, asked.path("status").asText());
    }

    private String approve() {
        String approved = azure.decide("Pending", "Approved");
        awaitStatus(endpointId, "ACTIVE");
        return "connection %s: Approved, endpoint %s: ACTIVE\n%s"
                .formatted(approved, endpointId, cluster.awaitPrivatePath());
    }

    private String close() {
        azure.openToTheInternet(false);
        return Evidence.ofCheck(project.awaitCheck("VALID", "PRIVATE")) + "\n" + cluster.requireRunning();
    }

    private String refusals() {
        return String.join(
                "\n",
                Expect.refusal(
                        project.configure("\"resourceGroupName\":\"another-group\""),
                        "AZURE_KEY_VAULT_SETTINGS_LOCKED"),
                Expect.refusal(
                        project.configure("\"enabled\":false"),
                        "CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS"));
    }

    private String reject() {
        String lost = endpointId;
        azure.decide("Approved", "Rejected");
        awaitStatus(lost, "PENDING_RECREATION");
        List<JsonNode> both =
                Expect.await("another endpoint", project::allEndpoints, endpoints -> endpoints.size() > 1);
        endpointId = both.stream()
                .map(endpoint -> endpoint.path("id").asText())
                .filter(id -> !id.equals(lost))
                .findFirst()
                .orElseThrow();
        awaitStatus(endpointId, "PENDING_ACCEPTANCE");
        return "endpoint %s: PENDING_RECREATION\nendpoint %s: INITIATING, then PENDING_ACCEPTANCE\n%s"
                .formatted(lost, endpointId, cluster.requireRunning());
    }

    private String approveAgain() {
        azure.decide("Pending", "Approved");
        awaitStatus(endpointId, "ACTIVE");
        Expect.await("the old endpoint to be gone", project::allEndpoints, endpoints -> endpoints.size() == 1);
        return "endpoint " + endpointId + ": ACTIVE\n" + cluster.awaitPrivatePath();
    }

    private String rotate() {
        String former = key;
        key = azure.newVersion();
        project.configure("\"keyIdentifier\":\"" + key + "\"").expect(200);
        Expect.await("nothing to be under the former key", () -> project.usage(former), usage -> usage.path("deletable")
                .asBoolean());
        return "from " + former + ", which may be deleted now\nto " + key + "\n" + cluster.awaitRunning();
    }

    private String revoke() {
        azure.allow(false);
        String stopped = cluster.awaitStopped();
        return stopped + "\n" + Evidence.ofAlert(project.awaitAlert("OPEN", INVALID));
    }

    private String restore() {
        azure.allow(true);
        String running = cluster.awaitRunning();
        return running + "\n" + Evidence.ofAlert(project.awaitAlert("CLOSED", INVALID));
    }

    private String goPublic() {
        azure.openToTheInternet(true);
        project.deleteEndpoint(endpointId);
        String removing = project.endpoint(endpointId).path("status").asText();
        Expect.await("the endpoint to be gone", project::allEndpoints, List::isEmpty);
        project.accept("\"requirePrivateNetworking\":false");
        return "endpoint " + endpointId + ": " + removing + ", then 404\nrequirePrivateNetworking: false, valid: true";
    }

    private String leave() {
        project.removeCluster(cluster.name());
        project.configure("\"enabled\":false").expect(200);
        return "enabled: false";
    }

    private void awaitStatus(String id, String status) {
        Expect.await("the endpoint to be " + status, () -> project.endpoint(id), endpoint -> endpoint.path("status")
                .asText()
                .equals(status));
    }
}
