/** One call of Cloud KMS: what its path names, and who makes it. */
package io.keyward.simulator.google.kms.call;
