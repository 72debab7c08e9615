package io.keyward.e2e.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Every endpoint of the project in that region, those that are gone among them; to be asked often. */
    public List<VpcEndpoint> of(String groupId, String region) {
        return found("endpoints?region=" + region).stream()
                .filter(endpoint -> groupId.equals(endpoint.tags().get("keyward:project-id")))
                .toList();
    }

    /** How long it takes from now on until an endpoint stands, and until one is gone; the usual when empty. */
    public void pace(Optional<Duration> each) {
        control.put(
                "endpoint-settings",
                each.map(pace -> "{\"creation\":\"%1$s\",\"deletion\":\"%1$s\",\"deletedVisible\":\"%1$s\"}"
                                .formatted(pace))
                        .orElse("{}"));
    }

    public List<VpcEndpoint> all() {
        return found("endpoints");
    }

    private List<VpcEndpoint> found(String query) {
        List<VpcEndpoint> endpoints = new ArrayList<>();
        control.get(query).path("endpoints").forEach(endpoint -> endpoints.add(read(endpoint)));
        return endpoints;
    }

    /** {@code delete}, {@code vanish}, {@code reject}, {@code expire}, {@code fail}, {@code pend} or {@code activate}. */
    public void happen(String id, String what) {
        control.post("endpoints/" + id + "/" + what, "{}");
    }

    /** The other side lets the endpoint in. */
    public void approve(String id) {
        happen(id, "activate");
    }

    /** The other side does not let the endpoint in, or no longer. */
    public void reject(String id) {
        happen(id, "reject");
    }

    /** From now on the other side in that region has to let every new endpoint in, until {@link #createAsUsual}. */
    public void demandApproval(String region) {
        creationsEnd(region, "pendingAcceptance");
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

    /** From now on the endpoint's own policy lets no call of key management through, until {@link #admitAll}. */
    public void denyAll(String id) {
        control.put("policies/vpc-endpoint?target=" + id, """
                {"Statement":[{"Effect":"Deny","Principal":"*","Action":"kms:*","Resource":"*"}]}""");
    }

    public void admitAll(String id) {
        control.delete("policies/vpc-endpoint?target=" + id);
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
