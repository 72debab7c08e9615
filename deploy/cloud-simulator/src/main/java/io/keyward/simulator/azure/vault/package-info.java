/** Key Vault on the wire, as far as keys go: who is let in, and the table of operations, which are in the package below. */
package io.keyward.simulator.azure.vault;
