/**
 * Follows {@code keyward.access}, so that what was revoked is forgotten within a second. A service does so when it configures the channel
 * {@code access}; the owner of the credentials, who remembers nothing, does not.
 */
@NullMarked
package io.keyward.access.eviction;

import org.jspecify.annotations.NullMarked;
