/**
 * Restore jobs as they are stored, and what becomes of backups when their cluster goes.
 */
@NullMarked
package io.keyward.config.backup.restore.store;

import org.jspecify.annotations.NullMarked;
