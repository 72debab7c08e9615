/**
 * Private endpoints as the world keeps them: what was asked for, and the phases that one goes through, those to come included. What it is
 * at a moment is read from its phases, so nothing has to happen for time to pass.
 */
package io.keyward.simulator.world.network;
