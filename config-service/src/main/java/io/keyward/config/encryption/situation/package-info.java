/** What else is there when a configuration is to change, clusters, snapshots and endpoints, and what follows from it: pure decisions. */
@NullMarked
package io.keyward.config.encryption.situation;

import org.jspecify.annotations.NullMarked;
