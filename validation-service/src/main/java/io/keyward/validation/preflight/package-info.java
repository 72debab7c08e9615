/**
 * Checks that config-service asks for before it accepts a configuration: of a key, of a role. With fresh sessions, and nothing is recorded: what is
 * not accepted is nobody's verdict. Served on the internal port only.
 */
@NullMarked
package io.keyward.validation.preflight;

import org.jspecify.annotations.NullMarked;
