package io.keyward.config.encryption;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Whatever is wrapped by a project's key. Implemented by the feature that owns it; asked before the key is changed or given up. */
public interface KeyUsers {

    /** Names of the clusters that use the project's AWS key and are not being deleted, in the caller's open transaction. */
    Uni<List<String>> clustersUsing(String groupId);
}
