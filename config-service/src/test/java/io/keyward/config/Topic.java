package io.keyward.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.contracts.Event;
import io.quarkus.arc.Arc;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes events as another service would: on a plain producer. */
public final class Topic {
    private Topic() {}

    /** Sends and waits until the broker has it. */
    public static void publish(String topic, Event event) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Tenants.kafka()), new StringSerializer(), new StringSerializer())) {
            String payload = Arc.container().instance(ObjectMapper.class).get().writeValueAsString(event);
            producer.send(new ProducerRecord<>(topic, event.aggregateId(), payload))
                    .get();
        } catch (JsonProcessingException | ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
