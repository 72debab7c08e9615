package io.keyward.config.encryption;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.settings.ClusterUse;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.EncryptionRules;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.project.ProjectStore;
import io.keyward.config.role.AwsRole;
import io.keyward.config.role.RoleStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** KMS configurations. Writes hold the project's lock, so that roles and clusters stand still meanwhile. */
@ApplicationScoped
class EncryptionStore {
    private final ProjectStore projects;
    private final RoleStore roles;
    private final KeyUsers users;
    private final EncryptionEvents events;

    EncryptionStore(ProjectStore projects, RoleStore roles, KeyUsers users, EncryptionEvents events) {
        this.projects = projects;
        this.roles = roles;
        this.users = users;
        this.events = events;
    }

    /** The project's configuration; {@link EncryptionState#none} when there never was one. Joins the caller's open transaction. */
    Uni<EncryptionState> load(String groupId) {
        return Panache.withSession(() -> EncryptionEntity.<EncryptionEntity>findById(groupId))
                .map(row -> state(row, groupId));
    }

    /**
     * A change to be recorded.
     *
     * @param version what the change was computed from; another one in the database is a conflict
     * @param proof what the check found; absent when the key's settings stay as they are, or are to go
     */
    record Change(String groupId, EncryptionConfig next, int version, Optional<KeyProof> proof) {}

    /** Records a change with its event; answers why not, if something stands in the way. */
    Uni<Optional<EncryptionError>> record(Change change, Actor actor) {
        return Panache.withTransaction(() -> projects.lock(change.groupId())
                .chain(() -> EncryptionEntity.<EncryptionEntity>findById(change.groupId()))
                .chain(row -> {
                    EncryptionState current = state(row, change.groupId());
                    return current.version() == change.version()
                            ? recordUnlessBlocked(row == null ? newRow(change.groupId()) : row, current, change, actor)
                            : Uni.createFrom().item(Optional.of(new EncryptionError.ChangedMeanwhile()));
                }));
    }

    private static EncryptionState state(@Nullable EncryptionEntity row, String groupId) {
        return row == null ? EncryptionState.none(groupId) : EncryptionCodec.state(row);
    }

    private static EncryptionEntity newRow(String groupId) {
        EncryptionEntity row = new EncryptionEntity();
        row.groupId = groupId;
        return row;
    }

    private Uni<Optional<EncryptionError>> recordUnlessBlocked(
            EncryptionEntity row, EncryptionState current, Change change, Actor actor) {
        Optional<String> nextArn = change.proof().map(KeyProof::arn);
        return users.clustersUsing(change.groupId())
                .map(clusters -> clusters.stream()
                        .filter(cluster -> !cluster.leaving())
                        .map(ClusterUse::name)
                        .toList())
                .map(clusters -> EncryptionRules.blocked(current, change.next(), nextArn, clusters))
                .chain(blocked ->
                        blocked.isPresent() ? Uni.createFrom().item(blocked) : write(row, current, change, actor));
    }

    private Uni<Optional<EncryptionError>> write(
            EncryptionEntity row, EncryptionState current, Change change, Actor actor) {
        AwsKms aws = change.next().aws();
        KeyInUse key = change.proof().map(proof -> keyInUse(current, proof)).orElse(current.key());
        EncryptionCodec.write(change.next(), aws == null ? null : key, row);
        if (aws == null) {
            return row.persist().chain(() -> events.disabled(row, actor)).replaceWith(Optional.empty());
        }
        return roles.find(change.groupId(), aws.roleId())
                .chain(role -> role.isPresent() && isAsProved(role.get(), change.proof())
                        ? row.persist()
                                .chain(() -> events.configured(row, role.get(), actor))
                                .replaceWith(Optional.<EncryptionError>empty())
                        : Panache.currentTransaction()
                                .invoke(Mutiny.Transaction::markForRollback)
                                .replaceWith(Optional.of(new EncryptionError.ChangedMeanwhile())));
    }

    /** The same key stays the same key use, whatever opens it. */
    private static KeyInUse keyInUse(EncryptionState current, KeyProof proof) {
        String keyUseId = current.keyInUse()
                .filter(key -> key.arn().equals(proof.arn()))
                .map(KeyInUse::keyUseId)
                .orElseGet(ObjectIds::next);
        return new KeyInUse(keyUseId, proof.arn(), proof.valid(), proof.at());
    }

    /** The role may have got another ARN since the check. */
    private static boolean isAsProved(AwsRole role, Optional<KeyProof> proof) {
        return proof.map(KeyProof::roleArn).map(arn -> arn.equals(role.arn())).orElse(true);
    }

    /** Tells everybody that the key in use is opened under another ARN from now on. In the caller's open transaction. */
    Uni<Void> republish(AwsRole role, long version, Actor actor) {
        return EncryptionEntity.<EncryptionEntity>findById(role.groupId()).chain(row -> {
            if (row == null || !role.id().equals(row.awsRoleId)) {
                return Uni.createFrom().voidItem();
            }
            if (row.version != version) {
                throw Refusal.of(ErrorCode.CONCURRENT_MODIFICATION);
            }
            return events.configured(row, role, actor);
        });
    }
}
