/**
 * What can be done to the simulated Azure under {@code /_control/azure}: what administrators do in portals that are not simulated, and what only the cloud
 * itself can do.
 */
package io.keyward.simulator.azure.control;
