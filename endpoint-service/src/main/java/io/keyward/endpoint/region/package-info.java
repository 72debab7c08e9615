/**
 * The regions that are looked at, and who does it: {@link io.keyward.endpoint.region.RegionStore} hands each to one replica at a time, keeps what was last
 * seen there as a digest, and remembers how the region answers. It knows of endpoints only when one of them is due.
 */
@NullMarked
package io.keyward.endpoint.region;

import org.jspecify.annotations.NullMarked;
