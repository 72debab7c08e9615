package io.keyward.driver.keyward;

import io.keyward.contracts.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the topic from its beginning at every start, and keeps no place: it is compacted, so that all of it is the last word about each cluster.
 * Ends when its thread is interrupted.
 */
public final class WishReader implements Runnable {
    private static final System.Logger LOG = System.getLogger(WishReader.class.getName());
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Properties kafka = new Properties();
    private final Wishes wishes;
    private volatile boolean caughtUp;

    /** @param settings of the Kafka client, {@code bootstrap.servers} among them */
    public WishReader(Map<String, String> settings, Wishes wishes) {
        kafka.putAll(settings);
        kafka.put("isolation.level", "read_committed");
        kafka.put("enable.auto.commit", "false");
        kafka.put("key.deserializer", StringDeserializer.class.getName());
        kafka.put("value.deserializer", StringDeserializer.class.getName());
        this.wishes = wishes;
    }

    /** Whether all was read that stood there at the start: before that, an old word may look like the last one. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (var consumer = new KafkaConsumer<String, String>(kafka)) {
                read(consumer);
            } catch (InterruptException e) {
                return;
            } catch (KafkaException e) {
                LOG.log(System.Logger.Level.WARNING, "Kafka cannot be read, and is tried again: {0}", e.getMessage());
                if (!paused()) {
                    return;
                }
            }
        }
    }

    private void read(KafkaConsumer<String, String> consumer) {
        var partitions = consumer.partitionsFor(Topics.ENFORCEMENT).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + Topics.ENFORCEMENT);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (!Thread.currentThread().isInterrupted()) {
            consumer.poll(POLL).forEach(message -> wishes.take(message.value()));
            caughtUp = caughtUp
                    || ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
