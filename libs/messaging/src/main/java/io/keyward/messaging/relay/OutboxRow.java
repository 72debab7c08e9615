package io.keyward.messaging.relay;

import java.util.Map;

/**
 * A committed event on its way.
 *
 * @param position order of appending; per key the order of commit
 */
record OutboxRow(long position, String topic, String key, String payload, Map<String, String> headers) {}
