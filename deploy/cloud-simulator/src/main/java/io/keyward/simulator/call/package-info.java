/** One call of one operation: its typed input, who makes it and from where, and what its services need to answer it. */
package io.keyward.simulator.call;
