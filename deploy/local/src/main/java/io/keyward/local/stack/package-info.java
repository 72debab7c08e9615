/**
 * The parts of the local stack and their order: PostgreSQL, Kafka and the simulated clouds in this process, the services as processes of
 * their own, the gateway in front. {@link io.keyward.local.stack.LocalStack} is the way in, for the commands and for black-box tests.
 */
@NullMarked
package io.keyward.local.stack;

import org.jspecify.annotations.NullMarked;
