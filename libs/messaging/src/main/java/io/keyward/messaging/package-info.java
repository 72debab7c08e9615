/**
 * Events leave through the outbox and arrive through the guard. A change and its event are one transaction; a single fenced relay per
 * service carries committed events to Kafka in order; consumers survive repeats, reordering and every outage of what they write to.
 */
@NullMarked
package io.keyward.messaging;

import org.jspecify.annotations.NullMarked;
