/**
 * What the scenarios play on: a running stack, a caller of its API, the real curl, the tenant's side of the (simulated) cloud, its outages, and a
 * standard Kafka consumer. Nothing here knows more of the product than its documentation tells.
 */
package io.keyward.e2e.stage;
