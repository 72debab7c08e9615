/**
 * Keys under chaos: customers take keys away and give them back, their clouds are disturbed, clusters come and go, and meanwhile every process of the stack
 * is killed or frozen. {@link io.keyward.local.chaos.validation.ValidationChaos} makes it, {@link
 * io.keyward.local.chaos.validation.Aftermath} lets all heal and compares what came of it with what was true.
 */
@NullMarked
package io.keyward.local.chaos.validation;

import org.jspecify.annotations.NullMarked;
