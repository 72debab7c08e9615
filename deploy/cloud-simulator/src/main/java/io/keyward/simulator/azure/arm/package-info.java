/** The resource manager on the wire: who is let in, and the table of operations, which are in the package below. */
package io.keyward.simulator.azure.arm;
