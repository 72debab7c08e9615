package io.keyward.simulator.azure.world.link;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A private endpoint.
 *
 * @param phases oldest first, at least one; those in the future are what will become of it if nobody interferes
 * @param misrouted whether names resolve past it, so that what is meant to go through it takes the public way
 */
public record PrivateEndpoint(
        Place place,
        String subnetId,
        Connection connection,
        Map<String, String> tags,
        List<Phase> phases,
        boolean misrouted) {

    /** Where the resource manager has it. */
    public record Place(String subscriptionId, String resourceGroup, String name, String location) {

        public String id() {
            return id(subscriptionId, resourceGroup, name);
        }

        public static String id(String subscriptionId, String resourceGroup, String name) {
            return "/subscriptions/" + subscriptionId + "/resourceGroups/" + resourceGroup
                    + "/providers/Microsoft.Network/privateEndpoints/" + name;
        }
    }

    public String id() {
        return place.id();
    }

    public String name() {
        return place.name();
    }

    /** The phase that it is in. */
    public Phase at(Instant now) {
        return begun(now).reduce((earlier, later) -> later).orElse(phases.getFirst());
    }

    public Provisioning state(Instant now) {
        return at(now).state();
    }

    /** The phases up to now. */
    public List<Phase> history(Instant now) {
        return begun(now).toList();
    }

    /** Whether it can be found. */
    public boolean exists(Instant now) {
        return state(now) != Provisioning.GONE;
    }

    /** Whether its connection is there for the owner of the vault to see: from when it is made until it is gone, or the owner removed it. */
    public boolean connected(Instant now) {
        return switch (state(now)) {
            case CREATING, FAILED, CANCELED, GONE -> false;
            case UPDATING, SUCCEEDED, DELETING -> connection.status() != Connection.Status.DISCONNECTED;
        };
    }

    /** Whether what is sent into it arrives. */
    public boolean open(Instant now) {
        return switch (state(now)) {
            case UPDATING, SUCCEEDED -> connection.status() == Connection.Status.APPROVED;
            case CREATING, FAILED, CANCELED, DELETING, GONE -> false;
        };
    }

    public PrivateEndpoint with(Connection changed) {
        return new PrivateEndpoint(place, subnetId, changed, tags, phases, misrouted);
    }

    public PrivateEndpoint misrouted(boolean changed) {
        return new PrivateEndpoint(place, subnetId, connection, tags, phases, changed);
    }

    public PrivateEndpoint withTags(Map<String, String> changed) {
        return new PrivateEndpoint(place, subnetId, connection, Map.copyOf(changed), phases, misrouted);
    }

    /** What it was stays; what was to come gives way to what comes now. */
    PrivateEndpoint then(Instant now, List<Phase> next) {
        List<Phase> changed = Stream.concat(begun(now), next.stream()).toList();
        return new PrivateEndpoint(place, subnetId, connection, tags, changed, misrouted);
    }

    private Stream<Phase> begun(Instant now) {
        return phases.stream().filter(phase -> !phase.since().isAfter(now));
    }
}
