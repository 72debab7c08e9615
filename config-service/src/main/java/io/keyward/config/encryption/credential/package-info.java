/**
 * The secrets that open customers' keys, where no role does: recognised when they are sent, kept sealed while a configuration or a former key names
 * them, and told to validation-service alone. Everything else knows them by their ids.
 */
@NullMarked
package io.keyward.config.encryption.credential;

import org.jspecify.annotations.NullMarked;
