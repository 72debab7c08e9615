/**
 * What signs tokens: keys that follow one another, each published before its first token and until its last one has expired. They lie sealed
 * in the database, so that every replica signs with the same one.
 */
@NullMarked
package io.keyward.config.access.signing;

import org.jspecify.annotations.NullMarked;
