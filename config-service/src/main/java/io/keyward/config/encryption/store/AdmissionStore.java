package io.keyward.config.encryption.store;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.admitted.AdmittedRegionStore;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KeyProof.InRegion;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.settings.ProviderState.KeyInUse;
import io.keyward.config.encryption.situation.PrivateNetworkingRules;
import io.keyward.config.encryption.situation.RegionRules;
import io.keyward.config.encryption.situation.Situation;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stamps that keep closing a project and making an endpoint apart. Every admission and every closing raises the stamp of the project's
 * provider, so that endpoint-service can tell which came first, however late either reaches it.
 */
@ApplicationScoped
public class AdmissionStore {
    private final ProjectStore projects;
    private final SituationStore situations;
    private final EncryptionStore configurations;
    private final AdmittedRegionStore admitted;
    private final AdmissionStamps stamps;

    AdmissionStore(
            ProjectStore projects,
            SituationStore situations,
            EncryptionStore configurations,
            AdmittedRegionStore admitted,
            AdmissionStamps stamps) {
        this.projects = projects;
        this.situations = situations;
        this.configurations = configurations;
        this.admitted = admitted;
        this.stamps = stamps;
    }

    /** The answer to a request for an admission. */
    public sealed interface Admission {
        /**
         * An endpoint may be made.
         *
         * @param stamp above that of every earlier admission and closing of the project
         * @param key full name of the project's key in the endpoint's region
         * @param service what the endpoint is to lead to, in the cloud's own words; null where the cloud needs to be told nothing
         */
        record Granted(long stamp, String key, @Nullable String service) implements Admission {}

        record Refused(EncryptionError error) implements Admission {}
    }

    /**
     * Admits an endpoint.
     *
     * @param version of the configuration that {@code found} was proved for
     * @param found the key in the endpoint's region, if it is there
     */
    public Uni<Admission> admit(String groupId, CloudRegion region, int version, List<InRegion> found, Actor actor) {
        return Panache.withTransaction(() -> projects.lock(groupId)
                .chain(() -> situations.find(groupId, region.cloud()))
                .chain(now -> {
                    Optional<EncryptionError> error =
                            PrivateNetworkingRules.notAdmitted(now).or(() -> changedSince(version, now.state()));
                    return error.isPresent()
                            ? Uni.createFrom().item(new Admission.Refused(error.get()))
                            : admit(now, region, found, actor);
                }));
    }

    /**
     * Raises the stamp for a closing.
     *
     * @param version of the configuration that is about to change; fails with a conflict when it did already
     */
    public Uni<Long> raise(String groupId, Cloud provider, int version) {
        return Panache.withTransaction(() -> projects.lock(groupId)
                .chain(() -> EncryptionEntity.<EncryptionEntity>findById(groupId))
                .map(row -> {
                    if (row == null || row.version != version) {
                        throw Refusal.of(ErrorCode.CONCURRENT_MODIFICATION);
                    }
                    return stamps.next(row, provider);
                }));
    }

    private static Optional<EncryptionError> changedSince(int version, ProviderState state) {
        return state.version() == version ? Optional.empty() : Optional.of(new EncryptionError.ChangedMeanwhile());
    }

    private Uni<Admission> admit(Situation now, CloudRegion region, List<InRegion> found, Actor actor) {
        ProviderState state = now.state();
        List<ProjectKey> keys = RegionRules.adopted(state, found, ObjectIds::next);
        Optional<KeyInUse> key = keys.stream()
                .filter(one -> !one.isFormer())
                .flatMap(one -> one.in(region).stream())
                .findFirst();
        if (key.isEmpty()) {
            String home = state.home().orElseThrow().name();
            return Uni.createFrom()
                    .item(new Admission.Refused(new EncryptionError.NotReplicated(home, List.of(region))));
        }
        return configurations
                .rekey(state, keys, actor)
                .chain(() -> admitted.remember(state.groupId(), region))
                .chain(() -> EncryptionEntity.<EncryptionEntity>findById(state.groupId()))
                .map(row -> new Admission.Granted(
                        stamps.next(row, state.provider()),
                        key.get().name(),
                        state.config().flatMap(KmsConfig::service).orElse(null)));
    }
}
