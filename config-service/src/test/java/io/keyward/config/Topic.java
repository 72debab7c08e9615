package io.keyward.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.contracts.Event;
import io.quarkus.arc.Arc;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes events as another service would: on a plain producer. */
public final class Topic {
    private Topic() {}

    /** Sends and waits until the broker has it. */
    public static void publish(String topic, Event event) {
        create(topic);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Tenants.kafka()), new StringSerializer(), new StringSerializer())) {
            String payload = Arc.container().instance(ObjectMapper.class).get().writeValueAsString(event);
            producer.send(new ProducerRecord<>(topic, event.aggregateId(), payload))
                    .get();
        } catch (JsonProcessingException | ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The topic belongs to another service, which is not there to make it. */
    private static void create(String topic) {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", Tenants.kafka()))) {
            if (!admin.listTopics().names().get().contains(topic)) {
                admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                        .all()
                        .get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
