package io.keyward.e2e.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.http.Api;
import io.keyward.e2e.http.Reply;
import io.keyward.simulator.azure.AzureAccounts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A project through the API, whatever clouds its keys and clusters are on. Regions are given as the API spells them. */
public final class Project {
    private final Api api;
    private final String groupId;

    private Project(Api api, String groupId) {
        this.api = api;
        this.groupId = groupId;
    }

    /** A new one, with nothing in it. */
    public static Project create(Stage stage) {
        String body = "{\"name\":\"project-%s\",\"orgId\":\"%s\"}".formatted(Tenant.someName(), stage.orgId());
        String groupId =
                stage.api().post("/api/atlas/v2/groups", body).expect(201).at("/id");
        return new Project(stage.api(), groupId);
    }

    /** That of a tenant who has a key on AWS. */
    public static Project of(Stage stage, Tenant tenant) {
        return new Project(stage.api(), tenant.groupId());
    }

    public String groupId() {
        return groupId;
    }

    /** A path within the project. */
    public String path(String path) {
        return "/api/atlas/v2/groups/" + groupId + path;
    }

    /** Changes the KMS configuration of one provider, such as {@code azureKeyVault}, by these fields. */
    public Reply configure(String provider, String fields) {
        return api.patch(path("/encryptionAtRest"), "{\"%s\":{%s}}".formatted(provider, fields));
    }

    /** The KMS configuration of all providers. */
    public Reply configuration() {
        return api.get(path("/encryptionAtRest")).expect(200);
    }

    /** A role on Azure that was authorised: Keyward's application as that service principal of the customer's tenant. Answers its id. */
    public String createAzureRole(String servicePrincipal) {
        String fields = "{\"providerName\":\"AZURE\",\"tenantId\":\"%s\",\"servicePrincipalId\":\"%s\"}"
                .formatted(AzureAccounts.CUSTOMER_TENANT, servicePrincipal);
        String id = api.post(path("/cloudProviderAccess"), fields).expect(200).at("/_id");
        api.patch(path("/cloudProviderAccess/" + id), "{\"providerName\":\"AZURE\"}")
                .expect(200);
        return id;
    }

    /**
     * A role on Google Cloud, once it can be used.
     *
     * @return as it is answered: {@code roleId}, {@code gcpServiceAccountForAtlas}
     */
    public JsonNode createGoogleRole() {
        String id = api.post(path("/cloudProviderAccess"), "{\"providerName\":\"GCP\"}")
                .expect(200)
                .at("/roleId");
        return Tenant.waiting()
                .until(
                        () -> api.get(path("/cloudProviderAccess/" + id))
                                .expect(200)
                                .json(),
                        role -> role.path("status").asText().equals("COMPLETE"));
    }

    /** The private endpoints of one cloud, as the API spells it. */
    public TenantEndpoints endpoints(String cloud) {
        return new TenantEndpoints(api, groupId, cloud);
    }

    /**
     * A replica set.
     *
     * @param keyProvider whose key it is under, or {@code NONE}
     * @param cloud where it runs
     */
    public Reply createCluster(String name, String keyProvider, String cloud, String... regions) {
        return api.post(
                path("/clusters"),
                ClusterBody.replicaSet(name, keyProvider, ClusterBody.specsOn(cloud, "M10", List.of(regions))));
    }

    /** Moves or extends a cluster to these regions. */
    public Reply moveCluster(String name, String cloud, String... regions) {
        return patchCluster(name, "{\"replicationSpecs\":" + ClusterBody.specsOn(cloud, "M10", List.of(regions)) + "}");
    }

    public Reply patchCluster(String name, String body) {
        return api.patch(path("/clusters/" + name), body);
    }

    public JsonNode cluster(String name) {
        return api.get(path("/clusters/" + name)).expect(200).json();
    }

    public String clusterId(String name) {
        return cluster(name).path("id").asText();
    }

    /** Deletes a cluster and waits until it is gone. */
    public void removeCluster(String name) {
        api.delete(path("/clusters/" + name)).expect(202);
        Tenant.waiting().untilAsserted(() -> api.get(path("/clusters/" + name)).expect(404));
    }

    public void awaitRunning(String cluster) {
        Tenant.waiting().untilAsserted(() -> Tenant.assertRunning(cluster(cluster)));
    }

    public void awaitStopped(String cluster) {
        Tenant.waiting().untilAsserted(() -> Tenant.assertStopped(cluster(cluster)));
    }

    /** Waits until the nodes of all regions of the cluster take their private endpoints. */
    public void awaitPrivatePath(String cluster) {
        Tenant.waiting().untilAsserted(() -> assertThat(
                        cluster(cluster).at("/customerKey/privatePath").asBoolean())
                .isTrue());
    }

    /** Waits until nothing of the cluster is under a customer key any more. */
    public void awaitWithoutKey(String cluster) {
        Tenant.waiting().untilAsserted(() -> {
            JsonNode now = cluster(cluster);
            assertThat(now.path("stateName").asText()).isEqualTo("IDLE");
            assertThat(now.has("customerKey")).isFalse();
        });
    }

    /** What still needs a key. */
    public JsonNode usage(String key) {
        String name = URLEncoder.encode(key, StandardCharsets.UTF_8);
        return api.get("/api/keyward/v1/groups/" + groupId + "/keys/" + name + "/usage")
                .expect(200)
                .json();
    }

    /** The checks so far, newest first. */
    public List<JsonNode> checks() {
        return api.get("/api/keyward/v1/groups/" + groupId + "/keyChecks")
                .expect(200)
                .results();
    }

    /** The project's alerts of that status, {@code OPEN} or {@code CLOSED}, and type. */
    public List<JsonNode> alerts(String status, String type) {
        return api.get(path("/alerts?status=" + status)).expect(200).results().stream()
                .filter(alert -> alert.path("eventTypeName").asText().equals(type))
                .toList();
    }
}
