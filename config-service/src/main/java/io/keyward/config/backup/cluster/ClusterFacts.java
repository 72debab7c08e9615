package io.keyward.config.backup.cluster;

import java.util.List;

/**
 * A cluster, as far as it matters to its backups.
 *
 * @param encryptionProvider whose customer key it is to be under: {@code NONE}, {@code AWS}
 * @param keyIds the project keys under which anything of it is or is to be wrapped, the wanted one first; empty without customer key
 * @param cloudProvider the cloud that its first nodes run on, for example {@code AWS}
 * @param mongodVersion for example {@code 8.0.0}
 * @param sharded whether it is a sharded cluster; one with a single shard may be
 * @param shards how many it has, from 1
 */
public record ClusterFacts(
        String id,
        String groupId,
        String name,
        Condition condition,
        String encryptionProvider,
        List<String> keyIds,
        boolean backupEnabled,
        boolean pitEnabled,
        String cloudProvider,
        String mongodVersion,
        boolean sharded,
        int shards) {

    /** Whether a driver can get at its data. */
    public enum Condition {
        /** Not up yet. */
        STARTING,
        /** Up, though something about it may be changing. */
        RUNNING,
        /** Stopped, or to be stopped, because of its key. */
        STOPPED_BY_KEY,
        /** Being started again after a stop. */
        RESUMING,
        /** Paused by hand. */
        PAUSED,
        /** To be taken down. */
        LEAVING
    }
}
