package io.keyward.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

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
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Enforcement(
            String groupId, String clusterName, long requestRevision, Instant since, List<StopReason> reasons) {}

    /**
     * Why a cluster may not run.
     *
     * @param kind {@code KEY}; readers tolerate others
     * @param keyUseId the key use that was revoked
     * @param key the key's full name at its provider
     * @param reason symbolic, for example {@code KEY_DISABLED}
     * @param explanation for an operator: what happened
     * @param since since when the reason holds
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record StopReason(
            String kind,
            String keyUseId,
            String key,
            String region,
            String reason,
            String explanation,
            Instant since) {}
}
