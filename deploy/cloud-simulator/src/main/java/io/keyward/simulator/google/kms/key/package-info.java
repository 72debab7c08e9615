/** What the operations of Cloud KMS share: finding keys for those who may, showing them, what happens to them by time, and their refusals. */
package io.keyward.simulator.google.kms.key;
