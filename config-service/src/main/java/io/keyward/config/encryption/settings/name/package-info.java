/** How clouds name keys, and which names mean the same key. */
@NullMarked
package io.keyward.config.encryption.settings.name;

import org.jspecify.annotations.NullMarked;
