/**
 * Which keys a project has, and whether one of them may be deleted: answered from the clusters, snapshots and configurations that are under it.
 */
@NullMarked
package io.keyward.config.encryption.usage;

import org.jspecify.annotations.NullMarked;
