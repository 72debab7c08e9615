/**
 * What enforcement did to clusters: projection of {@code keyward.enforcement}, and how a cluster reads because of it.
 */
@NullMarked
package io.keyward.config.cluster.enforcement;

import org.jspecify.annotations.NullMarked;
