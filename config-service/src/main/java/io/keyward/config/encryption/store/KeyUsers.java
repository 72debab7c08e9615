package io.keyward.config.encryption.store;

import io.keyward.config.encryption.settings.ClusterUse;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Whatever is wrapped by a project's key. Implemented by the feature that owns it; asked before the key is changed or given up. */
public interface KeyUsers {

    /** The clusters under the project's AWS key that are not deleted, by name; those that are being deleted are marked. In the caller's open session. */
    Uni<List<ClusterUse>> clustersUsing(String groupId);
}
