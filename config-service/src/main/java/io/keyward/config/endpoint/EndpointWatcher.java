package io.keyward.config.endpoint;

import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Whatever depends on which regions of a project have endpoints. Implemented by the feature that does; told after each event. */
public interface EndpointWatcher {

    /** The project's endpoints are others than before. In the open transaction that took the event over. */
    Uni<Void> changed(Change change);

    /**
     * News of an endpoint.
     *
     * @param provider the cloud that it is in
     * @param region where it is; empty when that is no region that is known here
     * @param appeared whether nothing was heard of the endpoint before
     * @param actor who brought it about
     */
    record Change(String groupId, Cloud provider, Optional<CloudRegion> region, boolean appeared, Actor actor) {}
}
