package io.keyward.config.encryption.store;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.merge.EncryptionRules;
import io.keyward.config.encryption.merge.Proposal;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.situation.PrivateNetworkingRules;
import io.keyward.config.encryption.situation.ProjectSituation;
import io.keyward.config.encryption.situation.Situation;
import io.keyward.config.project.ProjectStore;
import io.keyward.config.role.AwsRole;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** KMS configurations. Writes hold the project's lock, so that roles, clusters and key uses stand still meanwhile. */
@ApplicationScoped
public class EncryptionStore {
    private final ProjectStore projects;
    private final KeyAccessStore accesses;
    private final SituationStore situations;
    private final KeySuccession succession;
    private final EncryptionColumns columns;

    EncryptionStore(
            ProjectStore projects,
            KeyAccessStore accesses,
            SituationStore situations,
            KeySuccession succession,
            EncryptionColumns columns) {
        this.projects = projects;
        this.accesses = accesses;
        this.situations = situations;
        this.succession = succession;
        this.columns = columns;
    }

    /**
     * A change to be recorded.
     *
     * @param version what the change was computed from; another one in the database is a conflict
     * @param providers those whose key, or the way to it, is another one from now on
     */
    public record Change(Proposal proposal, int version, List<ProviderChange> providers) {

        EncryptionConfig next() {
            return proposal.next();
        }

        /** What changes about that provider; empty when nothing does. */
        Optional<ProviderChange> of(Cloud provider) {
            return providers.stream().filter(one -> one.provider() == provider).findFirst();
        }
    }

    /**
     * A change of one provider's key.
     *
     * @param proof what the check found; absent when the key's settings stay as they are, or are to go
     * @param closed the stamp with which endpoint-service closed the project, and found no endpoint that stands in the way; absent when it was not
     *     asked
     */
    public record ProviderChange(Cloud provider, Optional<KeyProof> proof, Optional<Long> closed) {

        /** The same change, after endpoint-service closed the project with that stamp. */
        public ProviderChange closedAt(long at) {
            return new ProviderChange(provider, proof, Optional.of(at));
        }
    }

    /** Records a change with its event; answers why not, if something stands in the way. */
    public Uni<Optional<EncryptionError>> record(String groupId, Change change, Actor actor) {
        return Panache.withTransaction(() -> projects.lock(groupId)
                .chain(() -> situations.find(groupId))
                .chain(now -> EncryptionEntity.<EncryptionEntity>findById(groupId)
                        .chain(row -> {
                            Optional<EncryptionError> error = obstacle(now, change);
                            return error.isPresent()
                                    ? Uni.createFrom().item(error)
                                    : write(row == null ? newRow(groupId) : row, now, change, actor);
                        })));
    }

    private static Optional<EncryptionError> obstacle(ProjectSituation now, Change change) {
        if (now.state().version() != change.version()) {
            return Optional.of(new EncryptionError.ChangedMeanwhile());
        }
        return change.providers().stream()
                .flatMap(one -> obstacle(now.of(one.provider()), change.next().key(one.provider()), one).stream())
                .findFirst();
    }

    private static Optional<EncryptionError> obstacle(Situation now, Optional<KmsConfig> next, ProviderChange change) {
        ProviderState current = now.state();
        boolean closed = current.version() < 0 || change.closed().equals(Optional.of(current.stamp()));
        if (!closed && isAboutEndpoints(current, next)) {
            return Optional.of(new EncryptionError.AdmittedMeanwhile());
        }
        return next.isEmpty()
                ? EncryptionRules.cannotDisable(now, true)
                : PrivateNetworkingRules.obstacle(now, next)
                        .or(() -> change.proof().flatMap(proof -> overtaken(now, next.get(), proof)));
    }

    private static boolean isAboutEndpoints(ProviderState current, Optional<KmsConfig> next) {
        return PrivateNetworkingRules.ending(current, next).isPresent()
                || PrivateNetworkingRules.mayChangeKeyPrivately(current, next);
    }

    /** What was proved may not be what is needed by now: a cluster that came meanwhile needs the key where nobody looked for it. */
    private static Optional<EncryptionError> overtaken(Situation now, KmsConfig wanted, KeyProof proof) {
        ProviderState current = now.state();
        boolean other =
                current.current().isPresent() && !current.isKey(proof.home().name());
        return other && !proof.asked().containsAll(now.neededRegions(wanted))
                ? Optional.of(new EncryptionError.ChangedMeanwhile())
                : PrivateNetworkingRules.missing(now, wanted, proof, now.endpointRegions());
    }

    private Uni<Optional<EncryptionError>> write(
            EncryptionEntity row, ProjectSituation now, Change change, Actor actor) {
        columns.write(change.next(), row);
        row.version = change.version() + 1;
        return accesses.keep(row.groupId, change.proposal())
                .chain(() -> isAsProved(row.groupId, change))
                .chain(asProved -> asProved
                        ? succession.succeed(row, now, change, actor).replaceWith(Optional.<EncryptionError>empty())
                        : Panache.currentTransaction()
                                .invoke(Mutiny.Transaction::markForRollback)
                                .replaceWith(Optional.of(new EncryptionError.ChangedMeanwhile())));
    }

    private EncryptionEntity newRow(String groupId) {
        EncryptionEntity row = new EncryptionEntity();
        row.groupId = groupId;
        columns.write(EncryptionState.none(groupId).stamps(), row);
        return row;
    }

    /** Whether everything that is to open keys from now on is there, and is what they were opened with: a role may have got another ARN since. */
    private Uni<Boolean> isAsProved(String groupId, Change change) {
        return Multi.createFrom()
                .iterable(change.providers())
                .onItem()
                .transformToUniAndConcatenate(
                        one -> isAsProved(groupId, change.next().key(one.provider()), one))
                .collect()
                .asList()
                .map(all -> all.stream().allMatch(asProved -> asProved));
    }

    private Uni<Boolean> isAsProved(String groupId, Optional<KmsConfig> next, ProviderChange change) {
        return next.map(key -> accesses.find(groupId, key.opener()).map(found -> found.filter(access -> change.proof()
                                .map(proof -> proof.access().equals(access))
                                .orElse(true))
                        .isPresent()))
                .orElse(Uni.createFrom().item(true));
    }

    /** Makes these the keys of that provider, whose configuration stays as it is, and tells everybody; in the caller's open transaction. */
    public Uni<Void> rekey(ProviderState state, List<ProjectKey> keys, Actor actor) {
        return keys.equals(state.keys())
                ? Uni.createFrom().voidItem()
                : situations.load(state.groupId()).chain(all -> EncryptionEntity.<EncryptionEntity>findById(
                                state.groupId())
                        .chain(row -> succession.replace(row, replaced(all, state.provider(), keys), actor)));
    }

    private static List<ProjectKey> replaced(EncryptionState all, Cloud provider, List<ProjectKey> keys) {
        return Stream.of(Cloud.values())
                .flatMap(one -> (one == provider ? keys : all.of(one).keys()).stream())
                .toList();
    }

    /** Tells everybody that the keys in use are opened under another ARN from now on. In the caller's open transaction. */
    public Uni<Void> republish(AwsRole role, long version, Actor actor) {
        return situations.load(role.groupId()).chain(state -> {
            if (state.keys().stream().noneMatch(key -> key.opener().isRole(role.id()))) {
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
