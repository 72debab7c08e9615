/**
 * How often a project, or a caller outside of any project, may ask. Requests are counted in token buckets, one for each set of endpoints
 * and scope, in this process alone: after it is known whose a request is, and before anything else is found out about it.
 */
@NullMarked
package io.keyward.atlas.limit;

import org.jspecify.annotations.NullMarked;
