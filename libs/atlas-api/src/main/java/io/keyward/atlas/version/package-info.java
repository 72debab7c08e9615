/**
 * Which version of a resource answers. Versions are dates in the media type; each resource method says its own in {@code @Produces}, and
 * the catalog of them all is read from the resources at start-up, so that there is nothing to register and nothing to forget.
 */
@NullMarked
package io.keyward.atlas.version;

import org.jspecify.annotations.NullMarked;
