/**
 * What backups and clusters ask of each other. Clusters implement {@link io.keyward.config.backup.cluster.BackedUpClusters} and call
 * {@link io.keyward.config.backup.cluster.ClusterBackups}, so that backups need to know nothing else about them.
 */
@NullMarked
package io.keyward.config.backup.cluster;

import org.jspecify.annotations.NullMarked;
