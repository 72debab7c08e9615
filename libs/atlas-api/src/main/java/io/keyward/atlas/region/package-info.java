/**
 * The regions of the three clouds and the names of the clouds themselves. Regions are accepted in the spelling of Atlas and in that
 * of their cloud, and always answered in that of Atlas.
 */
@NullMarked
package io.keyward.atlas.region;

import org.jspecify.annotations.NullMarked;
