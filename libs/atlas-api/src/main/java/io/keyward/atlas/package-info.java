/**
 * The words of the REST dialect that every service speaks: error codes and refusals, pages, ids, regions, versioned media types. The
 * sub-packages make them work on the wire, for every resource alike: {@code error} dresses whatever goes wrong, {@code version} picks
 * the version of a resource, {@code http} bounds, wraps and indents.
 */
@NullMarked
package io.keyward.atlas;

import org.jspecify.annotations.NullMarked;
