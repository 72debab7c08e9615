package io.keyward.messaging;

import java.util.UUID;

/**
 * An event as it will lie on Kafka.
 *
 * @param id identity of the event, {@code ce_id}
 * @param key identity of the aggregate, the Kafka key
 * @param payload JSON object
 * @param headers JSON object of header names and values
 */
record Envelope(UUID id, String topic, String key, String type, String payload, String headers) {}
