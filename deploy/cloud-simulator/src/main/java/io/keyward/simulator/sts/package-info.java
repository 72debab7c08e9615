/** AWS STS: who am I, and assuming roles by their trust policies. */
package io.keyward.simulator.sts;
