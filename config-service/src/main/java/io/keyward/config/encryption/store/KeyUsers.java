package io.keyward.config.encryption.store;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.situation.ClusterUse;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Whatever is wrapped by a project's keys. Implemented by the feature that owns it; asked before the key is changed or given up. */
public interface KeyUsers {

    /** The clusters under any of the project's keys that are not deleted, by name; those that are being deleted are marked. In the caller's open session. */
    Uni<List<ClusterUse>> clustersUsing(String groupId);

    /**
     * Asks for every cluster that uses the project's key of that provider and stays to be wrapped by that project key from now on, each with its event. The
     * keys it is under until then stay among its own. In the caller's open transaction, which holds the project's lock.
     */
    Uni<Void> rewrap(String groupId, Cloud provider, String keyId, Actor actor);
}
