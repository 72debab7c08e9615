/**
 * KMS configurations and key uses in the database, every change with its event. Whatever is decided here under the project's lock is decided
 * by the rules of {@code settings}.
 */
@NullMarked
package io.keyward.config.encryption.store;

import org.jspecify.annotations.NullMarked;
