/**
 * Azure on the wire: Entra, Key Vault, the resource manager and a little of Graph at the hosts of all national clouds. Two planes meet in it, the product's own tenant and
 * subscription and the customer's: {@link io.keyward.simulator.azure.AzureAccounts} has what is there from the start.
 */
package io.keyward.simulator.azure;
