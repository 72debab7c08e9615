/** A small client of the API, as a tenant's program would be one: plain HTTP, with Digest, and waiting with a limit. */
@NullMarked
package io.keyward.local.client;

import org.jspecify.annotations.NullMarked;
