/**
 * What every operation on a key rests on: finding it, asking the policies, what its kind and its state permit, how it is shown, and
 * the ciphertexts it makes.
 */
package io.keyward.simulator.kms.key;
