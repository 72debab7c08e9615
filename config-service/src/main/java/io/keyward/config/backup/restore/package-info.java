/**
 * Restore jobs: asked for, listed, read and cancelled by tenants, and reported by drivers.
 */
@NullMarked
package io.keyward.config.backup.restore;

import org.jspecify.annotations.NullMarked;
