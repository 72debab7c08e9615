package io.keyward.endpoint.reconcile;

import io.keyward.endpoint.region.Conclusion;
import io.keyward.endpoint.region.Conclusion.Sight;
import io.keyward.endpoint.region.Look;
import io.keyward.endpoint.region.RegionStore;
import io.keyward.endpoint.registry.ReconcileStore;
import io.keyward.endpoint.registry.ReconcileStore.Candidate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads what a look concerns, and records how it ended. */
@ApplicationScoped
class Ledger {
    private static final Logger LOG = Logger.getLogger(Ledger.class);

    private final ReconcileStore store;
    private final RegionStore regions;
    private final Planning planning;
    private final ReconcileConfig config;

    Ledger(ReconcileStore store, RegionStore regions, Planning planning, ReconcileConfig config) {
        this.store = store;
        this.regions = regions;
        this.planning = planning;
        this.config = config;
    }

    /**
     * What the look concerns: all that is recorded there if it is news, else what is due. It is read before the lease is prolonged, so that it was read under
     * the lease, and nobody acted on a later look before.
     *
     * @return empty when the lease is lost
     */
    Uni<Optional<List<Candidate>>> read(Look look) {
        var place = look.place();
        var read =
                look.isNews() ? store.all(place, look.began()) : store.due(place, look.began(), config.lookUnderWay());
        return read.chain(candidates -> regions.renew(look.claimed(), config.lease())
                .map(ours -> ours ? Optional.of(candidates) : Optional.empty()));
    }

    /** Records how it ended, and gives the region back. */
    Uni<Void> conclude(Look look, Errands errands, int orphans) {
        return regions.conclude(look.claimed(), conclusion(look, errands, orphans), planning.now(), config.lookUnused())
                .invoke(ours -> {
                    if (!ours) {
                        LOG.infof("place=%s a look that took longer than its lease ended", look.place());
                    }
                })
                .replaceWithVoid();
    }

    private Conclusion conclusion(Look look, Errands errands, int orphans) {
        var trouble = errands.trouble();
        var failures = trouble == null ? 0 : look.claimed().failures() + 1;
        var digest = look.digest();
        return new Conclusion(
                look.began(),
                digest == null ? null : new Sight(errands.isDone() ? digest : null, look.isNews(), orphans),
                trouble,
                failures,
                planning.pause(failures, errands.isMoreOfUse()));
    }
}
