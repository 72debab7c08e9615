/**
 * A packaged service refuses to start with settings that are missing or make no sense, and with those under which somebody could read, forge or lose what Keyward
 * promises to keep. Each refusal names the setting, what it may be, and the one setting that permits it; all are told at once, before the database is touched.
 */
@NullMarked
package io.keyward.startup;

import org.jspecify.annotations.NullMarked;
