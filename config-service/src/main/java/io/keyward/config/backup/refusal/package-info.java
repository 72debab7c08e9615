/**
 * Why a snapshot or a restore is refused, and how each case is told on the wire.
 */
@NullMarked
package io.keyward.config.backup.refusal;

import org.jspecify.annotations.NullMarked;
