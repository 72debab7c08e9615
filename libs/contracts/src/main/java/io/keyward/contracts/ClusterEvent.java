package io.keyward.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/** What a tenant wants of a cluster. Topic {@link Topics#CLUSTERS}, published by config-service. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = ClusterEvent.Unrecognized.class)
@JsonSubTypes({
    @Type(value = ClusterEvent.ClusterCreated.class, name = "keyward.cluster.created.v1"),
    @Type(value = ClusterEvent.ClusterUpdated.class, name = "keyward.cluster.updated.v1"),
    @Type(value = ClusterEvent.ClusterDeletionRequested.class, name = "keyward.cluster.deletion-requested.v1"),
    @Type(value = ClusterEvent.ClusterDeleted.class, name = "keyward.cluster.deleted.v1")
})
public sealed interface ClusterEvent extends Event {

    /** Identity of the cluster. */
    String clusterId();

    @Override
    default String aggregateId() {
        return clusterId();
    }

    /**
     * A cluster is wanted.
     *
     * @param encryptionAtRestProvider {@code NONE}, {@code AWS}; readers tolerate others
     * @param regions where its nodes run
     * @param keyIds the project keys under which anything of it is, or is to be, wrapped: the wanted one first; empty without a customer key and
     *     without one to leave
     * @param paused whether a person paused it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ClusterCreated(
            String clusterId,
            long revision,
            Instant occurredAt,
            Actor actor,
            String groupId,
            String name,
            String encryptionAtRestProvider,
            List<CloudRegion> regions,
            List<String> keyIds,
            boolean paused)
            implements ClusterEvent {
        public ClusterCreated {
            keyIds = Absent.toEmpty(keyIds);
        }
    }

    /** Something else is wanted of a cluster: told whole, as it is wanted from now on. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ClusterUpdated(
            String clusterId,
            long revision,
            Instant occurredAt,
            Actor actor,
            String groupId,
            String name,
            String encryptionAtRestProvider,
            List<CloudRegion> regions,
            List<String> keyIds,
            boolean paused)
            implements ClusterEvent {
        public ClusterUpdated {
            keyIds = Absent.toEmpty(keyIds);
        }
    }

    /** A cluster is to be taken down. It exists until its driver has seen it gone. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ClusterDeletionRequested(
            String clusterId,
            long revision,
            Instant occurredAt,
            Actor actor,
            String groupId,
            String name,
            String encryptionAtRestProvider,
            List<CloudRegion> regions,
            List<String> keyIds,
            boolean paused)
            implements ClusterEvent {
        public ClusterDeletionRequested {
            keyIds = Absent.toEmpty(keyIds);
        }
    }

    /** A cluster is gone. Its id is never used again. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ClusterDeleted(String clusterId, long revision, Instant occurredAt, Actor actor, String groupId, String name)
            implements ClusterEvent {}

    /** Written by a newer producer. Consumers skip and count it; they never fail on it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unrecognized(long revision, Instant occurredAt, Actor actor) implements ClusterEvent {
        @Override
        public String clusterId() {
            throw new IllegalStateException("an unrecognized event has no cluster");
        }
    }

    /**
     * A region of a cloud, as the provider spells it.
     *
     * @param provider {@code AWS}; readers tolerate others
     * @param region for example {@code us-east-1}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CloudRegion(String provider, String region) {}
}
