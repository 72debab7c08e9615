/**
 * What private networking asks of clusters: which private path the nodes of each region are to take, since when they take it, and which clusters it cannot
 * serve at all. The rules are pure; the store brings what they need.
 */
@NullMarked
package io.keyward.validation.enforcement.networking;

import org.jspecify.annotations.NullMarked;
