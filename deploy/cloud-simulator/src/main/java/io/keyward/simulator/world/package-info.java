/**
 * Everything that the simulated clouds remember, as immutable records in a few tables, and the file that keeps it. One thread (the
 * server's event loop) reads and changes it; only finished snapshots leave that thread, to be written.
 */
package io.keyward.simulator.world;
