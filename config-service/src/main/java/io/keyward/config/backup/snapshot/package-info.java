/**
 * Snapshots of clusters: taken, listed, read and deleted by tenants, reported by drivers, and deleted when they expire.
 */
@NullMarked
package io.keyward.config.backup.snapshot;

import org.jspecify.annotations.NullMarked;
