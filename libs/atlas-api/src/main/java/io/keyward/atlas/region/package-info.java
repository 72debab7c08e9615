/**
 * The regions of the three clouds and the names of the clouds themselves. Everything is accepted in the spelling of Atlas and in that of
 * the cloud, and always answered in that of Atlas.
 */
@NullMarked
package io.keyward.atlas.region;

import org.jspecify.annotations.NullMarked;
