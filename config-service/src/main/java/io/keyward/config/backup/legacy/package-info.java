/**
 * Legacy backups, of which there are none here.
 */
@NullMarked
package io.keyward.config.backup.legacy;

import org.jspecify.annotations.NullMarked;
