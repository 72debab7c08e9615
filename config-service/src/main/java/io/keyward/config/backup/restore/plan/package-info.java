/**
 * What a restore is, what stands against one, and what a driver says of it.
 */
@NullMarked
package io.keyward.config.backup.restore.plan;

import org.jspecify.annotations.NullMarked;
