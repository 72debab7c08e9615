package io.keyward.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of whatever runs a cluster, and what was seen of it. Topic {@link Topics#ENFORCEMENT}, published by validation-service,
 * keyed by cluster. A driver follows this topic, acts, and reports what it observed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = EnforcementEvent.Unrecognized.class)
@JsonSubTypes({
    @Type(value = EnforcementEvent.StartRequested.class, name = "keyward.cluster.start-requested.v1"),
    @Type(value = EnforcementEvent.Running.class, name = "keyward.cluster.running.v1"),
    @Type(value = EnforcementEvent.StopRequested.class, name = "keyward.cluster.stop-requested.v1"),
    @Type(value = EnforcementEvent.StopDeferred.class, name = "keyward.cluster.stop-deferred.v1"),
    @Type(value = EnforcementEvent.Stopped.class, name = "keyward.cluster.stopped.v1"),
    @Type(value = EnforcementEvent.ResumeRequested.class, name = "keyward.cluster.resume-requested.v1"),
    @Type(value = EnforcementEvent.RemovalRequested.class, name = "keyward.cluster.removal-requested.v1"),
    @Type(value = EnforcementEvent.Removed.class, name = "keyward.cluster.removed.v1")
})
public sealed interface EnforcementEvent extends Event {

    /** Identity of the cluster. */
    String clusterId();

    /** What the cluster is subject to. */
    Enforcement enforcement();

    @Override
    default String aggregateId() {
        return clusterId();
    }

    /** A new cluster is to be brought up. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record StartRequested(String clusterId, long revision, Instant occurredAt, Actor actor, Enforcement enforcement)
            implements EnforcementEvent {}

    /** The cluster was seen running. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Running(String clusterId, long revision, Instant occurredAt, Actor actor, Enforcement enforcement)
            implements EnforcementEvent {}

    /** The cluster must stop, for the reasons given. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record StopRequested(String clusterId, long revision, Instant occurredAt, Actor actor, Enforcement enforcement)
            implements EnforcementEvent {}

    /** The driver took the request, and cannot carry it out yet, for example because of a running backup. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record StopDeferred(String clusterId, long revision, Instant occurredAt, Actor actor, Enforcement enforcement)
            implements EnforcementEvent {}

    /** The cluster was seen stopped. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Stopped(String clusterId, long revision, Instant occurredAt, Actor actor, Enforcement enforcement)
            implements EnforcementEvent {}

    /** Nothing holds the cluster any more; it is to be started again. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ResumeRequested(String clusterId, long revision, Instant occurredAt, Actor actor, Enforcement enforcement)
            implements EnforcementEvent {}

    /** The cluster is to be taken down for good. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RemovalRequested(String clusterId, long revision, Instant occurredAt, Actor actor, Enforcement enforcement)
            implements EnforcementEvent {}

    /** The cluster was seen gone. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Removed(String clusterId, long revision, Instant occurredAt, Actor actor, Enforcement enforcement)
            implements EnforcementEvent {}

    /** Written by a newer producer. Consumers skip and count it; they never fail on it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unrecognized(long revision, Instant occurredAt, Actor actor) implements EnforcementEvent {
        @Override
        public String clusterId() {
            throw new IllegalStateException("an unrecognized event has no cluster");
        }

        @Override
        public Enforcement enforcement() {
            throw new IllegalStateException("an unrecognized event has no enforcement");
        }
    }

    /**
     * A cluster under enforcement.
     *
     * @param requestRevision revision of the request that is in force: what a driver's report must name
     * @param since since when the cluster is in this phase
     * @param reasons why it is stopped or stopping; empty when it may run
     * @param appliedRevision revision of the last event of {@link Topics#CLUSTERS} that the driver carried out whole; null before the first
     * @param nodesReachKms whether all nodes are let in by the customer's KMS, as the driver last said; null when it never did
     * @param nodesRefusedSince since when they are not; null when they are
     * @param rewrap how far the nodes are with a change of key; null when none is under way
     * @param addresses where it is reached and where it connects from; null when the driver never said
     * @param heldBack reasons that would stop it but for observe mode or the freeze
     * @param privatePaths the way to the key service, by region: one for each of the cluster's regions that has an ACTIVE private endpoint, while
     *     the project requires private networking and the cluster is under a customer key
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Enforcement(
            String groupId,
            String clusterName,
            long requestRevision,
            Instant since,
            List<StopReason> reasons,
            @Nullable Long appliedRevision,
            @Nullable Boolean nodesReachKms,
            @Nullable Instant nodesRefusedSince,
            @Nullable Rewrap rewrap,
            @Nullable Addresses addresses,
            List<StopReason> heldBack,
            List<PrivatePath> privatePaths) {
        public Enforcement {
            heldBack = Absent.toEmpty(heldBack);
            privatePaths = Absent.toEmpty(privatePaths);
        }

        /** Whose nodes reach the key service over the internet, or need none. */
        public Enforcement(
                String groupId,
                String clusterName,
                long requestRevision,
                Instant since,
                List<StopReason> reasons,
                @Nullable Long appliedRevision,
                @Nullable Boolean nodesReachKms,
                @Nullable Instant nodesRefusedSince,
                @Nullable Rewrap rewrap,
                @Nullable Addresses addresses,
                List<StopReason> heldBack) {
            this(
                    groupId,
                    clusterName,
                    requestRevision,
                    since,
                    reasons,
                    appliedRevision,
                    nodesReachKms,
                    nodesRefusedSince,
                    rewrap,
                    addresses,
                    heldBack,
                    List.of());
        }

        /** Of which the driver has reported no more than its phase. */
        public Enforcement(
                String groupId, String clusterName, long requestRevision, Instant since, List<StopReason> reasons) {
            this(groupId, clusterName, requestRevision, since, reasons, null, null, null, null, null, List.of());
        }
    }

    /**
     * How far the nodes are with a change of key.
     *
     * @param nodesDone nodes that are under the wanted key alone
     * @param nodesTotal all nodes; at least one
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rewrap(int nodesDone, int nodesTotal) {}

    /**
     * Where a cluster is reached and where it connects from, as CIDR blocks.
     *
     * @param inbound connections to the cluster arrive here
     * @param outbound connections of the cluster come from here
     * @param futureInbound to be added to {@code inbound}
     * @param futureOutbound to be added to {@code outbound}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Addresses(
            List<String> inbound, List<String> outbound, List<String> futureInbound, List<String> futureOutbound) {
        public Addresses {
            inbound = Absent.toEmpty(inbound);
            outbound = Absent.toEmpty(outbound);
            futureInbound = Absent.toEmpty(futureInbound);
            futureOutbound = Absent.toEmpty(futureOutbound);
        }
    }

    /**
     * The way to the key service that the nodes of one region are to take.
     *
     * @param region where the nodes are, as the provider spells it
     * @param endpointId what a driver reports once all nodes of the region go through it
     * @param reference the provider's id of the endpoint; absent where it has none
     * @param address host name under which the key service answers through the endpoint
     * @param movedSince since when all nodes of the region go through it; absent until they were reported to
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PrivatePath(
            String region,
            String endpointId,
            @Nullable String reference,
            String address,
            @Nullable Instant movedSince) {}

    /**
     * Why a cluster may not run.
     *
     * @param kind {@code KEY}: a key was revoked; {@code HAND}: a person paused it; {@code MULTI_CLOUD}: it runs on several clouds, and private
     *     networking to its key cannot serve them; readers tolerate others
     * @param keyUseId the key use that was revoked; null where the reason is no key
     * @param key the key's full name at its provider; null where the reason is no key
     * @param region the key's region, as its provider spells it; null where the reason is no key
     * @param reason symbolic, for example {@code KEY_DISABLED}
     * @param explanation for an operator: what happened
     * @param since since when the reason holds
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StopReason(
            String kind,
            @Nullable String keyUseId,
            @Nullable String key,
            @Nullable String region,
            String reason,
            String explanation,
            Instant since) {}
}
