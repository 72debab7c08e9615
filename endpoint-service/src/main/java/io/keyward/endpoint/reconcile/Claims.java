package io.keyward.endpoint.reconcile;

import io.keyward.endpoint.registry.Endpoint;
import io.keyward.endpoint.registry.ReconcileStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Takes what is due, as much and for as long as is configured. */
@ApplicationScoped
class Claims {
    private final ReconcileStore store;
    private final Planning planning;
    private final ReconcileConfig config;

    Claims(ReconcileStore store, Planning planning, ReconcileConfig config) {
        this.store = store;
        this.planning = planning;
        this.config = config;
    }

    Uni<List<Endpoint>> due(UUID token) {
        return store.claimDue(token, planning.now(), config.batch(), config.lease());
    }

    /** Whether there was no room for more, so that more may be due. */
    boolean isFull(List<Endpoint> claimed) {
        return claimed.size() == config.batch();
    }
}
