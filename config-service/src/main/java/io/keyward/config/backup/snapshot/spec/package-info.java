/**
 * What a snapshot is, when one can be taken, and what a driver says of it.
 */
@NullMarked
package io.keyward.config.backup.snapshot.spec;

import org.jspecify.annotations.NullMarked;
