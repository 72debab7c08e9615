/**
 * The world as it is for those who only use Keyward: its API, the tenant's own cloud account, Kafka, a mailbox, and the cloud's record of calls. Nothing
 * here shares code with the services.
 */
@NullMarked
package io.keyward.local.demo.outside;

import org.jspecify.annotations.NullMarked;
