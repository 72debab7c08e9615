/**
 * The simulated cloud as scenarios need it: what the tenant does there with a plain SDK, what happens to it from outside, and what can be seen in
 * it, calls and endpoints.
 */
package io.keyward.e2e.cloud;
