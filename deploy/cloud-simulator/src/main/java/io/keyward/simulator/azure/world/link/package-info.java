/**
 * Private endpoints as the world keeps them: two states side by side, how far the resource is, whose phases may lie in the future, and what the owner of the
 * vault thinks of its connection.
 */
package io.keyward.simulator.azure.world.link;
