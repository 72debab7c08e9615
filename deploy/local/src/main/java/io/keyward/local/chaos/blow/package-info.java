/**
 * Blows to the processes of a stack: killed without notice and started again, or frozen for longer than their leases last and thawed. {@link
 * io.keyward.local.chaos.blow.BlowPlan} says which and when, as a function of the seed; {@link io.keyward.local.chaos.blow.Blows} strikes.
 */
@NullMarked
package io.keyward.local.chaos.blow;

import org.jspecify.annotations.NullMarked;
