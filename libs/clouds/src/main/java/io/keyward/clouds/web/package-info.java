/**
 * How clouds are asked that have no SDK of their own kind here: requests over HTTPS that never block, sent to the cloud's own host, through a private
 * endpoint, or to wherever all of the cloud is said to be; and tokens that are kept for a while.
 */
@NullMarked
package io.keyward.clouds.web;

import org.jspecify.annotations.NullMarked;
