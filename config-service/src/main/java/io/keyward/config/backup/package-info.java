/**
 * Backups of clusters: snapshots, restores from them, and the keys that both need. What is asked is told on {@code keyward.backups}; whatever
 * runs the databases carries it out and reports.
 */
@NullMarked
package io.keyward.config.backup;

import org.jspecify.annotations.NullMarked;
