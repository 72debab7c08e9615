package io.keyward.config.cluster.refusal;

import java.util.List;
import java.util.Optional;

/** Why a cluster is not made, not changed, or not removed, as requested. Nothing changed in any case. */
public sealed interface ClusterError {

    record Missing(String path) implements ClusterError {}

    /** One of a closed set of values was expected. */
    record NotAllowed(String path, String value, List<String> allowed) implements ClusterError {}

    /** The error, unless {@code value} is one of {@code allowed}. */
    static Optional<ClusterError> unlessAmong(String path, String value, List<String> allowed) {
        return allowed.contains(value) ? Optional.empty() : Optional.of(new NotAllowed(path, value, allowed));
    }

    record UnknownRegion(String path, String value, String provider) implements ClusterError {}

    record NameInvalid(String name) implements ClusterError {}

    record NameTooLong(String name) implements ClusterError {}

    record NameTaken(String name) implements ClusterError {}

    record NameFixed(String name) implements ClusterError {}

    /** None of the clouds it runs on would be left. */
    record CloudFixed(List<String> clouds, List<String> wanted) implements ClusterError {}

    /** Asked for as paused from the start. */
    record Paused() implements ClusterError {}

    record AlreadyPaused(String name) implements ClusterError {}

    /** A paused cluster takes nothing but being resumed. */
    record NotWhilePaused(String name) implements ClusterError {}

    /** Pausing takes a request of its own. */
    record NotWithPause(String name) implements ClusterError {}

    /** Something that was asked of the cluster is not done yet. */
    record StillChanging(String name) implements ClusterError {}

    /** Its disks would be lost with their machines. */
    record LocalDisks(String name) implements ClusterError {}

    /** @param minutes how long a cluster runs at least between two pauses */
    record JustResumed(String name, long minutes) implements ClusterError {}

    /** Shared machines are not the tenant's to stop. */
    record SharedMachines(String name) implements ClusterError {}

    /** A tag or label that is too long, or one too many. */
    record LabelInvalid(String path, String allowed) implements ClusterError {}

    /** Tenant machines cannot use a customer key. */
    record TenantWithCustomerKey() implements ClusterError {}

    record Unbuildable(String why) implements ClusterError {}

    /** The project has no key of that provider. */
    record NotEnabled(String groupId) implements ClusterError {}

    /** From one provider's key to another's without disabling in between. */
    record KeyProviderFixed(String provider, String wanted) implements ClusterError {}

    /** The key that the cluster is wrapped by has to be valid for the cluster to leave it. */
    record KeyInvalid(String name) implements ClusterError {}

    /** The project's private networking does not reach a cluster like this. */
    record BeyondPrivateNetworking(String name, String why) implements ClusterError {}

    /** @param gaps where the cluster would get nodes without an ACTIVE endpoint */
    record EndpointMissing(String name, List<Gap> gaps) implements ClusterError {}

    /**
     * A region without an ACTIVE endpoint.
     *
     * @param region as the API spells it
     * @param words what is there instead, and what to do
     */
    record Gap(String region, String words) {}

    record NotFound(String name, String groupId) implements ClusterError {}

    record Protected(String name) implements ClusterError {}

    record AlreadyDeleting(String name) implements ClusterError {}

    /** What the request was judged by is not so any more. */
    record ChangedMeanwhile() implements ClusterError {}
}
