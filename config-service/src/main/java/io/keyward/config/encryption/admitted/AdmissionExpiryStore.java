package io.keyward.config.encryption.admitted;

import io.keyward.config.encryption.RegionKeys;
import io.keyward.config.encryption.admitted.AdmittedRegionStore.Overdue;
import io.keyward.config.encryption.store.SituationStore;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;

/** Forgets admissions that led to no endpoint, and with them the key uses of regions that nothing else needs. */
@ApplicationScoped
class AdmissionExpiryStore {
    private static final Actor SELF = Actor.system("config-service");

    private final ProjectStore projects;
    private final SituationStore situations;
    private final AdmittedRegionStore admitted;
    private final RegionKeys keys;

    AdmissionExpiryStore(
            ProjectStore projects, SituationStore situations, AdmittedRegionStore admitted, RegionKeys keys) {
        this.projects = projects;
        this.situations = situations;
        this.admitted = admitted;
        this.keys = keys;
    }

    /**
     * Forgets what was admitted by then. Of two replicas that do so at once, the second finds nothing to do; a project without a key, such as one that
     * was deleted, has nothing to lose.
     *
     * @param there the project's endpoints in that cloud: what was admitted for one that was not heard of stays
     */
    Uni<Void> expire(Overdue overdue, Collection<PrivateEndpoint> there, Instant before) {
        String groupId = overdue.groupId();
        return Panache.withTransaction(() -> situations
                .hasKey(groupId)
                .chain(hasKey -> hasKey
                        ? projects.lock(groupId)
                                .chain(() -> admitted.keep(groupId, there))
                                .chain(() -> admitted.expire(overdue, before))
                                .chain(expired -> expired
                                        ? keys.release(groupId, SELF)
                                        : Uni.createFrom().voidItem())
                        : admitted.expire(overdue, before).replaceWithVoid()));
    }
}
