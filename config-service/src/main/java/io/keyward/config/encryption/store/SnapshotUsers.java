package io.keyward.config.encryption.store;

import io.keyward.config.encryption.situation.SnapshotUse;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Whatever was backed up under a project's keys. Implemented by the feature that owns snapshots; asked before a key is let go. */
public interface SnapshotUsers {

    /**
     * The project's snapshots that need one of its keys to be read, those that are being taken included; neither deleted nor failed ones.
     * In the caller's open session.
     */
    Uni<List<SnapshotUse>> snapshotsUsing(String groupId);
}
