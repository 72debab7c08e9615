package io.keyward.e2e.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.http.Api;
import io.keyward.e2e.http.Reply;
import java.util.List;

/** A project's private endpoints, through the API. Regions are given as the cloud spells them on AWS, else as the API does. */
public final class TenantEndpoints {
    private final Api api;
    private final String path;
    private final String views;

    /** @param cloud as the API spells it, for example {@code AWS} */
    TenantEndpoints(Api api, String groupId, String cloud) {
        this.api = api;
        views = "/api/keyward/v1/groups/" + groupId + "/privateEndpoints";
        path = "/api/atlas/v2/groups/%s/encryptionAtRest/%s/privateEndpoints".formatted(groupId, cloud);
    }

    public Reply create(String region) {
        return api.post(path, "{\"regionName\":\"%s\"}".formatted(Tenant.atlasName(region)));
    }

    /** Asks for an endpoint in each of the regions, and waits until all are ACTIVE. */
    public void activate(String... regions) {
        List.of(regions).forEach(region -> create(region).expect(202));
        List.of(regions).forEach(region -> await(region, "ACTIVE"));
    }

    /** All that exist, whatever their status. */
    public List<JsonNode> list() {
        return api.get(path).expect(200).results();
    }

    public Reply get(String id) {
        return api.get(path + "/" + id);
    }

    public Reply delete(String id) {
        return api.delete(path + "/" + id);
    }

    /** What Keyward tells of an endpoint beyond what Atlas does: conditions, and who replaces whom. */
    public JsonNode view(String id) {
        return api.get(views + "/" + id).expect(200).json();
    }

    /** Waits for that endpoint to be {@code status}, and answers it. */
    public JsonNode awaitStatus(String id, String status) {
        JsonNode[] seen = new JsonNode[1];
        Tenant.waiting().untilAsserted(() -> {
            seen[0] = get(id).expect(200).json();
            assertThat(seen[0].path("status").asText()).as("%s", seen[0]).isEqualTo(status);
        });
        return seen[0];
    }

    /** The endpoint that replaces the other one; waits until there is one. */
    public String awaitReplacement(String id) {
        return Tenant.waiting()
                .until(() -> view(id).path("replacedBy").asText(), replacement -> !replacement.isEmpty());
    }

    /** The provider's name of an endpoint, by which the cloud knows it. */
    public String reference(String id) {
        return get(id).expect(200).at("/privateEndpointConnectionName");
    }

    /** The newest one of the region; fails when there is none. */
    public JsonNode of(String region) {
        return list().stream()
                .filter(endpoint -> endpoint.path("regionName").asText().equals(Tenant.atlasName(region)))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new AssertionError("no endpoint in " + region));
    }

    public String id(String region) {
        return of(region).path("id").asText();
    }

    /** Waits for the region's endpoint to be {@code status}, and answers it. */
    public JsonNode await(String region, String status) {
        JsonNode[] seen = new JsonNode[1];
        Tenant.waiting().untilAsserted(() -> {
            seen[0] = of(region);
            assertThat(seen[0].path("status").asText()).as("%s", seen[0]).isEqualTo(status);
        });
        return seen[0];
    }

    /** Deletes the region's endpoint and waits until it is gone. */
    public void remove(String region) {
        String id = id(region);
        delete(id).expect(204);
        awaitGone(id);
    }

    public void awaitGone(String id) {
        Tenant.waiting().untilAsserted(() -> get(id).expect(404));
    }
}
