/**
 * Clusters as tenants want them, and as enforcement saw them.
 */
@NullMarked
package io.keyward.config.cluster;

import org.jspecify.annotations.NullMarked;
