/**
 * What a client is told when a request does not succeed: always the same JSON object with a code, a detail and nothing of our insides.
 * Refusals say themselves what they are; everything else is classed here.
 */
@NullMarked
package io.keyward.atlas.error;

import org.jspecify.annotations.NullMarked;
