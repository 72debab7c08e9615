/** Vaults and their keys as the world keeps them. What they are at a moment is read from their dates, so nothing has to happen for time to pass. */
package io.keyward.simulator.azure.world.vault;
