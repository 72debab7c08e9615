/**
 * The stories that Keyward is there for, its outages, and what it refuses: told from outside, by HTTP and Kafka only, against the packaged
 * services on real engines.
 */
package io.keyward.e2e;
