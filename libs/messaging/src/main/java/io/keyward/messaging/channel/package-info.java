/**
 * Watches over the channels that events arrive on. A channel outlives every outage of what it reads from and writes to; should one end all
 * the same, nothing would arrive on it again, and only a restart of the process opens it anew: liveness says so.
 */
@NullMarked
package io.keyward.messaging.channel;

import org.jspecify.annotations.NullMarked;
