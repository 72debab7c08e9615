/**
 * Clusters as they are stored and told: their rows and events, how they read together with what enforcement saw, and what other features
 * ask about them.
 */
@NullMarked
package io.keyward.config.cluster.store;

import org.jspecify.annotations.NullMarked;
