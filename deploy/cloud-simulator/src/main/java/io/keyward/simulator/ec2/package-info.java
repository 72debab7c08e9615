/**
 * EC2, as far as interface endpoints for KMS go: creation once per client token, description by filters and pages, deletion. What becomes
 * of an endpoint with time is decided in {@code world.network}.
 */
package io.keyward.simulator.ec2;
