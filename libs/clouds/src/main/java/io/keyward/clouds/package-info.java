/**
 * How a customer's cloud is reached: what the clouds have in common. {@link io.keyward.clouds.ContextHop} brings the answer of an SDK back to
 * the Vert.x context that asked, {@link io.keyward.clouds.Freshness} says whether a session from a moment ago may be used.
 */
@NullMarked
package io.keyward.clouds;

import org.jspecify.annotations.NullMarked;
