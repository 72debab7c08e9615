/**
 * Plans: what was asked of a cluster and is not done yet. One revision says whether it is (what the driver carried out against what was
 * asked), and a plan whose nodes the customer's KMS never lets in is undone after a while.
 */
@NullMarked
package io.keyward.config.cluster.plan;

import org.jspecify.annotations.NullMarked;
