/**
 * What the simulated Azure remembers: who is in which tenant and may do what, and the tables of vaults, keys and private endpoints, whose rows are in the
 * packages below. Kept in sections of the one state file.
 */
package io.keyward.simulator.azure.world;
