/**
 * Regional private endpoints: takes in which are wanted, makes and observes them in the cloud, and tells what became of each. One package per
 * feature; endpoints are decided about in {@code lifecycle}, without clock, database or network.
 */
@NullMarked
package io.keyward.endpoint;

import org.jspecify.annotations.NullMarked;
