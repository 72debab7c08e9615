package io.keyward.config.backup.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.atlas.Link;
import io.keyward.config.backup.key.BackupKey;
import io.keyward.config.backup.key.KeyStanding;
import io.keyward.config.backup.snapshot.spec.Snapshot;
import io.keyward.config.backup.snapshot.spec.Snapshot.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as it is answered: those of replica sets have {@code replicaSetName}, those of sharded clusters {@code members} and
 * {@code snapshotIds}.
 *
 * @param customerKey the key that its data was meant to be under, which the Atlas API knows as {@code masterKeyUUID}; absent without one
 * @param expiresAt when it is deleted by itself; absent when never
 * @param statusMessage what its driver said last; absent when nothing
 * @param storageSizeBytes absent until its driver told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SnapshotView(
        String cloudProvider,
        List<String> copyRegions,
        Instant createdAt,
        @Nullable CustomerKey customerKey,
        @Nullable String description,
        @Nullable Instant expiresAt,
        String frequencyType,
        String id,
        List<Link> links,
        @Nullable String masterKeyUUID,
        @Nullable List<Member> members,
        String mongodVersion,
        List<String> policyItems,
        @Nullable String replicaSetName,
        @Nullable List<String> snapshotIds,
        String snapshotType,
        String status,
        @Nullable String statusMessage,
        @Nullable Long storageSizeBytes,
        String type) {

    /** A part of a sharded cluster's snapshot. */
    public record Member(String cloudProvider, String id, String replicaSetName) {}

    /**
     * A project key that the snapshot needs to be restored.
     *
     * @param key its full name at the provider
     * @param state {@code CURRENT}, {@code FORMER} or {@code GONE}
     * @param valid whether the last checks found it valid in all its regions; while it is not, the snapshot cannot be restored
     * @param alsoUnder more keys of that kind, of a snapshot that was taken while the cluster changed its key; left out when there are none
     */
    public record CustomerKey(
            String key,
            String keyId,
            String provider,
            String state,
            boolean valid,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CustomerKey> alsoUnder) {

        private static CustomerKey of(BackupKey key, Map<String, KeyStanding> standing, List<CustomerKey> more) {
            KeyStanding known =
                    standing.getOrDefault(key.keyId(), new KeyStanding(key, KeyStanding.State.GONE, null, false));
            return new CustomerKey(
                    key.name(), key.keyId(), key.provider(), known.state().name(), known.valid(), more);
        }

        static @Nullable CustomerKey of(List<BackupKey> keys, Map<String, KeyStanding> standing) {
            return keys.isEmpty()
                    ? null
                    : of(
                            keys.getFirst(),
                            standing,
                            keys.stream()
                                    .skip(1)
                                    .map(key -> of(key, standing, List.of()))
                                    .toList());
        }
    }

    static SnapshotView of(Snapshot snapshot, Map<String, KeyStanding> standing, String self) {
        boolean sharded = snapshot.kind() == Kind.SHARDED_CLUSTER;
        return new SnapshotView(
                snapshot.cloudProvider(),
                List.of(),
                snapshot.requestedAt(),
                CustomerKey.of(snapshot.keys(), standing),
                snapshot.description(),
                snapshot.expiresAt(),
                "ondemand",
                snapshot.id(),
                List.of(new Link(self, "self")),
                snapshot.keys().isEmpty() ? null : snapshot.keys().getFirst().masterKeyUuid(),
                sharded ? members(snapshot) : null,
                snapshot.mongodVersion(),
                List.of(),
                sharded ? null : snapshot.members().getFirst().replicaSetName(),
                sharded ? snapshot.memberIds() : null,
                "onDemand",
                snapshot.status().wire(),
                snapshot.message(),
                snapshot.storageSizeBytes(),
                snapshot.kind().wire());
    }

    private static List<Member> members(Snapshot snapshot) {
        return snapshot.members().stream()
                .map(member -> new Member(snapshot.cloudProvider(), member.id(), member.replicaSetName()))
                .toList();
    }
}
