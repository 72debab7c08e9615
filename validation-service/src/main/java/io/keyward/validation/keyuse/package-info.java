/**
 * The keys that projects use, as config-service tells of them on {@code keyward.encryption}, with what is believed of each. A key use is one row,
 * changed only here; other features read records and ask {@link io.keyward.validation.keyuse.KeyUseStore} to settle what a check has taught.
 * What follows for a project's clusters is reached through {@link io.keyward.validation.keyuse.ProjectEffects}.
 */
@NullMarked
package io.keyward.validation.keyuse;

import org.jspecify.annotations.NullMarked;
