/**
 * Undoes, in time, the plans of clusters whose nodes the customer's key management service does not let in.
 */
@NullMarked
package io.keyward.config.cluster.rollback;

import org.jspecify.annotations.NullMarked;
