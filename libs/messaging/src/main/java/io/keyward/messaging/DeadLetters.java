package io.keyward.messaging;

import io.keyward.contracts.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts messages that are no events beside their topic, as they came, with the reason and the place they came from in their headers. */
@ApplicationScoped
class DeadLetters {
    private static final int LIMIT_MILLIS = 10_000;

    private final Map<String, Object> settings;
    private @Nullable KafkaProducer<String, byte[]> producer;

    DeadLetters(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LIMIT_MILLIS / 2);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MILLIS / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LIMIT_MILLIS);
    }

    /** Completes, on a worker thread, when the broker has the dead letter; fails when it did not take it within some seconds. */
    Uni<Void> send(ConsumerRecord<String, byte[]> record, String reason) {
        return Uni.createFrom()
                .item(() -> deliver(letter(record, reason)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .replaceWithVoid();
    }

    private RecordMetadata deliver(ProducerRecord<String, byte[]> letter) {
        Future<RecordMetadata> sent = producer().send(letter);
        try {
            return sent.get(LIMIT_MILLIS * 2L, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a dead letter was sent", e);
        } catch (Exception e) {
            throw new IllegalStateException("the dead letter was not taken", e);
        }
    }

    private static ProducerRecord<String, byte[]> letter(ConsumerRecord<String, byte[]> record, String reason) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                Topics.deadLetterOf(record.topic()), null, record.key(), record.value(), record.headers());
        Headers headers = letter.headers();
        put(headers, "keyward_reason", reason);
        put(headers, "keyward_topic", record.topic());
        put(headers, "keyward_partition", Integer.toString(record.partition()));
        put(headers, "keyward_offset", Long.toString(record.offset()));
        return letter;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Made when first needed: most processes never have a dead letter. */
    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    synchronized void close(@Observes ShutdownEvent event) {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
