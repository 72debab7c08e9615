/** The operations of Key Vault on keys, grouped by what they are about. They begin when the caller has been let in. */
package io.keyward.simulator.azure.vault.key;
