package io.keyward.config.project.closing;

import io.keyward.atlas.region.Cloud;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** Takes away what a project has for its customer key: private endpoints and the KMS configuration. Implemented by whoever owns that. */
public interface KeyTeardown {

    /**
     * Closes the project for new private endpoints and says which there are. Never called with a session open; fails with 503 when that
     * could not be learned.
     */
    Uni<Closed> close(String groupId);

    /**
     * Erases the KMS configuration, with its event. In the caller's open transaction, which holds the project's lock and has seen that no
     * cluster and no snapshot is left.
     *
     * @return whether the project was still closed as it was; false asks for another closing, and for the transaction to be rolled back
     */
    Uni<Boolean> erase(String groupId, Closed closed, Actor actor);

    /**
     * What closing found.
     *
     * @param version of the KMS configuration at that time
     * @param stamps of the closing, by provider: each is overtaken by every later admission of an endpoint
     * @param endpoints what there is of endpoints, in words: each region once, with the states of those in it
     */
    record Closed(int version, Map<Cloud, Long> stamps, List<String> endpoints) {}
}
