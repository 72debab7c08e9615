/**
 * The words of the REST dialect that every service speaks: error codes and refusals, pages, ids, times, versioned media types. The
 * sub-packages make them work on the wire, for every resource alike: {@code limit} counts requests, {@code version} picks the version of a
 * resource, {@code body} reads what was sent, {@code reply} dresses what is answered, {@code error} whatever went wrong; {@code region}
 * knows the clouds. Where this is more lenient than Atlas, the README of the module says so.
 */
@NullMarked
package io.keyward.atlas;

import org.jspecify.annotations.NullMarked;
