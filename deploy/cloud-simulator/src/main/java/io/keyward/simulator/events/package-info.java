/** EventBridge, as far as it tells of calls to KMS and IAM: what a call looks like as CloudTrail has it, and sending it to where control says. */
@NullMarked
package io.keyward.simulator.events;

import org.jspecify.annotations.NullMarked;
