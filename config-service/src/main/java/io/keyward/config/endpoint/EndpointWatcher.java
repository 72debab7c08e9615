package io.keyward.config.endpoint;

import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;

/** Whatever depends on which regions of a project have endpoints. Implemented by the feature that does; told after each event. */
public interface EndpointWatcher {

    /** The project's endpoints are others than before. In the open transaction that took the event over. */
    Uni<Void> changed(String groupId, Actor actor);
}
