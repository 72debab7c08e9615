package io.keyward.config.encryption.store;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.EncryptionRules;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.encryption.settings.PrivateNetworkingRules;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.Situation;
import io.keyward.config.project.ProjectStore;
import io.keyward.config.role.AwsRole;
import io.keyward.config.role.RoleStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** KMS configurations. Writes hold the project's lock, so that roles, clusters and key uses stand still meanwhile. */
@ApplicationScoped
public class EncryptionStore {
    private final ProjectStore projects;
    private final RoleStore roles;
    private final SituationStore situations;
    private final KeySuccession succession;

    EncryptionStore(ProjectStore projects, RoleStore roles, SituationStore situations, KeySuccession succession) {
        this.projects = projects;
        this.roles = roles;
        this.situations = situations;
        this.succession = succession;
    }

    /**
     * A change to be recorded.
     *
     * @param version what the change was computed from; another one in the database is a conflict
     * @param proof what the check found; absent when the key's settings stay as they are, or are to go
     * @param closed the stamp with which endpoint-service closed the project, and found no endpoint that stands in the way; absent when it was not
     *     asked
     */
    public record Change(EncryptionConfig next, int version, Optional<KeyProof> proof, Optional<Long> closed) {

        /** A change of that state. */
        public static Change of(
                EncryptionState now, EncryptionConfig next, Optional<KeyProof> proof, Optional<Long> closed) {
            return new Change(next, now.version(), proof, closed);
        }

        /** The same change, after endpoint-service closed the project with that stamp. */
        public Change closedAt(long at) {
            return new Change(next, version, proof, Optional.of(at));
        }

        /** The same change, whose closing was overtaken. */
        public Change unclosed() {
            return new Change(next, version, proof, Optional.empty());
        }
    }

    /** Records a change with its event; answers why not, if something stands in the way. */
    public Uni<Optional<EncryptionError>> record(String groupId, Change change, Actor actor) {
        return Panache.withTransaction(() -> projects.lock(groupId)
                .chain(() -> situations.find(groupId))
                .chain(now -> EncryptionEntity.<EncryptionEntity>findById(groupId)
                        .chain(row -> {
                            Optional<EncryptionError> error = obstacle(now, row, change);
                            return error.isPresent()
                                    ? Uni.createFrom().item(error)
                                    : write(row == null ? newRow(groupId) : row, now, change, actor);
                        })));
    }

    private static Optional<EncryptionError> obstacle(Situation now, @Nullable EncryptionEntity row, Change change) {
        EncryptionState current = now.state();
        if (current.version() != change.version()) {
            return Optional.of(new EncryptionError.ChangedMeanwhile());
        }
        boolean closed = row == null || change.closed().equals(Optional.of(row.awsAdmissionStamp));
        if (!closed && isAboutEndpoints(current, change)) {
            return Optional.of(new EncryptionError.AdmittedMeanwhile());
        }
        return change.next().aws() == null
                ? EncryptionRules.cannotDisable(now, true)
                : PrivateNetworkingRules.obstacle(now, change.next())
                        .or(() -> change.proof().flatMap(proof -> overtaken(now, change, proof)));
    }

    private static boolean isAboutEndpoints(EncryptionState current, Change change) {
        return PrivateNetworkingRules.ending(current, change.next()).isPresent()
                || PrivateNetworkingRules.mayChangeKeyPrivately(current, change.next());
    }

    /** What was proved may not be what is needed by now: a cluster that came meanwhile needs the key where nobody looked for it. */
    private static Optional<EncryptionError> overtaken(Situation now, Change change, KeyProof proof) {
        EncryptionState current = now.state();
        boolean other =
                current.current().isPresent() && !current.isKey(proof.home().arn());
        return other
                        && !proof.asked()
                                .containsAll(now.neededRegions(proof.home().region()))
                ? Optional.of(new EncryptionError.ChangedMeanwhile())
                : PrivateNetworkingRules.missing(now, change.next(), proof, now.endpointRegions());
    }

    private Uni<Optional<EncryptionError>> write(EncryptionEntity row, Situation now, Change change, Actor actor) {
        AwsKms aws = change.next().aws();
        EncryptionCodec.write(change.next(), row);
        row.version = change.version() + 1;
        if (aws == null) {
            return succession.giveUp(row, now, actor).replaceWith(Optional.empty());
        }
        return roles.find(row.groupId, aws.roleId())
                .chain(role -> role.isPresent() && isAsProved(role.get(), change.proof())
                        ? succession
                                .succeed(row, now, aws.roleId(), change.proof(), actor)
                                .replaceWith(Optional.<EncryptionError>empty())
                        : Panache.currentTransaction()
                                .invoke(Mutiny.Transaction::markForRollback)
                                .replaceWith(Optional.of(new EncryptionError.ChangedMeanwhile())));
    }

    private static EncryptionEntity newRow(String groupId) {
        EncryptionEntity row = new EncryptionEntity();
        row.groupId = groupId;
        return row;
    }

    /** The role may have got another ARN since the check. */
    private static boolean isAsProved(AwsRole role, Optional<KeyProof> proof) {
        return proof.map(KeyProof::roleArn).map(arn -> arn.equals(role.arn())).orElse(true);
    }

    /** Makes these the keys of a configuration that stays as it is, and tells everybody; in the caller's open transaction. */
    public Uni<Void> rekey(EncryptionState state, List<ProjectKey> keys, Actor actor) {
        return keys.equals(state.keys())
                ? Uni.createFrom().voidItem()
                : EncryptionEntity.<EncryptionEntity>findById(state.groupId())
                        .chain(row -> succession.replace(row, keys, actor));
    }

    /** Tells everybody that the keys in use are opened under another ARN from now on. In the caller's open transaction. */
    public Uni<Void> republish(AwsRole role, long version, Actor actor) {
        return situations.load(role.groupId()).chain(state -> {
            if (state.keys().stream().noneMatch(key -> key.roleId().equals(role.id()))) {
                return Uni.createFrom().voidItem();
            }
            if (state.version() != version) {
                throw Refusal.of(ErrorCode.CONCURRENT_MODIFICATION);
            }
            return EncryptionEntity.<EncryptionEntity>findById(role.groupId())
                    .invoke(row -> row.version++)
                    .chain(row -> succession.replace(row, state.keys(), actor));
        });
    }
}
