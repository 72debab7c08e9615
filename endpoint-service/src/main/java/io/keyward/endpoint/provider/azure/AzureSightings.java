package io.keyward.endpoint.provider.azure;

import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.provider.RegionView.Sighting;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Private endpoints as the resource manager shows them. Two states go side by side: how far the resource is, and what the owner of the vault thinks of the
 * connection. Both are read as text, whatever the case of their letters. Only what has succeeded and is approved is of use, and only once it has an address.
 */
final class AzureSightings {
    static final String ENDPOINT_ID = "keyward:endpoint-id";
    static final String PROJECT_ID = "keyward:project-id";
    static final String INSTALLATION = "keyward:installation";

    private AzureSightings() {}

    /**
     * Empty for one of another installation, or in another region.
     *
     * @throws IllegalArgumentException for what is no endpoint, as nobody can tell whose it is
     */
    static Optional<Sighting> of(JsonObject endpoint, String installation, String region) {
        if (!(endpoint.getValue("name") instanceof String name)
                || !(endpoint.getValue("location") instanceof String location)) {
            throw new IllegalArgumentException("has no name or no location");
        }
        boolean ours = installation.equals(tag(endpoint, INSTALLATION));
        return ours && region.equals(plain(location).replace(" ", ""))
                ? Optional.of(new Sighting(tag(endpoint, ENDPOINT_ID), name, observe(endpoint)))
                : Optional.empty();
    }

    private static Observation observe(JsonObject endpoint) {
        var ref = endpoint.getString("name");
        var properties = endpoint.getJsonObject("properties", new JsonObject());
        var state = plain(properties.getString("provisioningState"));
        return switch (state) {
            case "creating", "updating" -> new Observation.Pending(ref);
            case "deleting" -> new Observation.GoingAway(ref);
            case "failed", "canceled" ->
                new Observation.Refused(
                        ref, "is " + state + " in Azure; the activity log of our subscription there says why");
            case "succeeded" -> connected(ref, properties);
            default ->
                new Observation.Unseen(
                        "Azure says that " + ref + " is " + properties.getString("provisioningState") + ".");
        };
    }

    private static Observation connected(String ref, JsonObject properties) {
        var status = status(properties);
        return switch (plain(status)) {
            case "pending" -> new Observation.PendingApproval(ref);
            case "approved" -> up(ref, properties);
            case "rejected" -> new Observation.Refused(ref, "was rejected at the vault");
            case "disconnected" -> new Observation.Refused(ref, "was removed at the vault");
            default -> new Observation.Unseen("Azure says that the connection of " + ref + " is " + status + ".");
        };
    }

    /** Without an address nothing can be sent into it yet. */
    private static Observation up(String ref, JsonObject properties) {
        return objects(properties, "customDnsConfigs")
                .flatMap(names -> names.getJsonArray("ipAddresses", new JsonArray()).stream())
                .map(String::valueOf)
                .findFirst()
                .<Observation>map(address -> new Observation.Up(ref, address))
                .orElseGet(() -> new Observation.Pending(ref));
    }

    /** We ask for manual connections only; who may approve by themselves what we ask for can have made it an automatic one. */
    private static @Nullable String status(JsonObject properties) {
        return Stream.concat(
                        objects(properties, "manualPrivateLinkServiceConnections"),
                        objects(properties, "privateLinkServiceConnections"))
                .map(connection -> connection.getJsonObject("properties", new JsonObject()))
                .map(inner -> inner.getJsonObject("privateLinkServiceConnectionState", new JsonObject()))
                .map(state -> state.getString("status"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Stream<JsonObject> objects(JsonObject parent, String name) {
        return parent.getJsonArray(name, new JsonArray()).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast);
    }

    /** Azure does not keep the case of names. */
    private static @Nullable String tag(JsonObject endpoint, String key) {
        return endpoint.getJsonObject("tags", new JsonObject()).stream()
                .filter(tag -> tag.getKey().equalsIgnoreCase(key))
                .map(Map.Entry::getValue)
                .map(String::valueOf)
                .findFirst()
                .orElse(null);
    }

    private static String plain(@Nullable String text) {
        return String.valueOf(text).toLowerCase(Locale.ROOT);
    }
}
