/**
 * API keys: whose they are, what they may do, and the digest secret that proves them, sealed. Other services ask here over the
 * internal port.
 */
@NullMarked
package io.keyward.config.access.apikey;

import org.jspecify.annotations.NullMarked;
