package io.keyward.e2e.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The endpoints as they are in the simulated cloud, whatever Keyward says of them, and what happens to them behind its back. */
public final class VpcEndpoints {
    private final Control control;

    public VpcEndpoints(URI cloud) {
        control = new Control(cloud);
    }

    /**
     * An endpoint that exists or ever existed.
     *
     * @param state as EC2 spells it, for example {@code available}; {@code gone} once EC2 does not find it any more
     * @param clientToken what it was asked for with: Keyward's own id of it
     */
    public record VpcEndpoint(String id, String region, String state, String clientToken, Map<String, String> tags) {
        /** Whether it is still there, or on its way. */
        public boolean exists() {
            return !state.equalsIgnoreCase("gone") && !state.equalsIgnoreCase("deleted");
        }
    }

    /** Every endpoint of the project, those that are gone among them. */
    public List<VpcEndpoint> of(String groupId) {
        return all().stream()
                .filter(endpoint -> groupId.equals(endpoint.tags().get("keyward:project-id")))
                .toList();
    }

    public List<VpcEndpoint> all() {
        List<VpcEndpoint> endpoints = new ArrayList<>();
        control.get("endpoints").path("endpoints").forEach(endpoint -> endpoints.add(read(endpoint)));
        return endpoints;
    }

    /** {@code delete}, {@code vanish}, {@code reject}, {@code expire}, {@code fail}, {@code pend} or {@code activate}. */
    public void happen(String id, String what) {
        control.post("endpoints/" + id + "/" + what, "{}");
    }

    /**
     * What becomes of endpoints that are made in the region from now on, until {@link #createAsUsual}.
     *
     * @param state {@code pending} (for ever), {@code pendingAcceptance}, {@code rejected}, {@code failed}, {@code expired}
     */
    public void creationsEnd(String region, String state) {
        control.put("endpoint-creations/" + region, "{\"region\":\"%s\",\"state\":\"%s\"}".formatted(region, state));
    }

    public void createAsUsual(String region) {
        control.delete("endpoint-creations/" + region);
    }

    private static VpcEndpoint read(JsonNode endpoint) {
        Map<String, String> tags = new TreeMap<>();
        endpoint.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        return new VpcEndpoint(
                endpoint.path("id").asText(),
                endpoint.path("region").asText(),
                endpoint.path("state").asText(),
                endpoint.path("clientToken").asText(),
                tags);
    }
}
