/**
 * Clusters as tenants want them, and as enforcement saw them: what is asked for over HTTP, and how it is answered.
 */
@NullMarked
package io.keyward.config.cluster;

import org.jspecify.annotations.NullMarked;
