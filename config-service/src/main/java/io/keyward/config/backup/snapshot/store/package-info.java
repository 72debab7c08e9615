/**
 * Snapshots as they are stored, with the project keys that they need to be read.
 */
@NullMarked
package io.keyward.config.backup.snapshot.store;

import org.jspecify.annotations.NullMarked;
