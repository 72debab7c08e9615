/**
 * What the simulator can do and AWS's customers cannot: disturb the network and the services, set the policies around an account, make
 * users, move the clock, and look at what was called. Served under {@code /_control}.
 */
package io.keyward.simulator.control;
