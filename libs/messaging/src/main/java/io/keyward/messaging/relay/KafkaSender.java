package io.keyward.messaging.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A transactional producer. Creating one shuts out every earlier one of the same service: their transactions can no longer commit. All calls
 * block; after an exception it is of no further use.
 */
final class KafkaSender implements AutoCloseable {
    private final KafkaProducer<String, String> producer;

    private KafkaSender(KafkaProducer<String, String> producer) {
        this.producer = producer;
    }

    /**
     * @param kafka how to reach the broker
     * @param transactionalId the service's
     * @throws KafkaException when the broker does not answer within some seconds
     */
    static KafkaSender open(Map<String, Object> kafka, String transactionalId) {
        KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings(kafka, transactionalId), new StringSerializer(), new StringSerializer());
        try {
            producer.initTransactions();
            return new KafkaSender(producer);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /** Short limits throughout: what fails is repeated by the relay, whose rows are safe in the database. */
    private static Map<String, Object> settings(Map<String, Object> kafka, String transactionalId) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return settings;
    }

    /** Sends all rows, in their order, in one transaction: all of them become visible, or none. */
    Sending send(List<OutboxRow> rows) {
        producer.beginTransaction();
        List<Future<?>> results = new ArrayList<>();
        for (OutboxRow row : rows) {
            results.add(start(row));
        }
        producer.flush();
        Optional<Sending.Refused> refused = refusal(results);
        if (refused.isPresent()) {
            producer.abortTransaction();
            return refused.get();
        }
        producer.commitTransaction();
        return new Sending.Sent();
    }

    /** Once a row of the transaction was refused, the producer throws for those after it; their turn comes again. */
    private Future<?> start(OutboxRow row) {
        ProducerRecord<String, String> record = new ProducerRecord<>(row.topic(), row.key(), row.payload());
        row.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            return producer.send(record);
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Optional<Sending.Refused> refusal(List<Future<?>> results) {
        return results.stream()
                .flatMap(result -> failureOf(result).stream())
                .filter(KafkaSender::isARefusal)
                .findFirst()
                .map(failure -> new Sending.Refused(failure.toString()));
    }

    /** All futures are complete after a flush. */
    private static Optional<Throwable> failureOf(Future<?> result) {
        try {
            result.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while sending", e);
        }
    }

    private static boolean isARefusal(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof InvalidRecordException
                || failure instanceof InvalidTopicException
                || failure instanceof TopicAuthorizationException
                || failure instanceof SerializationException;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
