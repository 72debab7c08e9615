/**
 * The project keys under which backups are: how they are recorded, and what became of them.
 */
@NullMarked
package io.keyward.config.backup.key;

import org.jspecify.annotations.NullMarked;
