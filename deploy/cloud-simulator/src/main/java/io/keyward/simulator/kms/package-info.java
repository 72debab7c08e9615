/**
 * AWS KMS: keys with real material, their states, policies, aliases, replicas and rotations. Operations are grouped by what they are
 * about; {@link io.keyward.simulator.kms.KmsOperations} is the table of all of them.
 */
package io.keyward.simulator.kms;
