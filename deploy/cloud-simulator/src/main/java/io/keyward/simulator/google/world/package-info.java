/** What Google keeps: projects, service accounts, policies, key rings, keys and their versions. Rows of the state file; what may be done with them is decided elsewhere. */
package io.keyward.simulator.google.world;
