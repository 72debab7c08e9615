/**
 * What AWS looks like on the wire: the protocols that the simulated services speak (JSON 1.1, query, and query as EC2 has it), signatures
 * (SigV4), and errors as an SDK expects to parse them. Nothing here knows what a key or a role is.
 */
package io.keyward.simulator.wire;
