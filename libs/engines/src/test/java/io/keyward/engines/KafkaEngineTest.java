package io.keyward.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaEngineTest {
    private static final String TOPIC = "kept";

    @TempDir
    Path folder;

    @Test
    void keepsItsLogAndServesTransactionsAcrossARestart() throws Exception {
        try (KafkaEngine engine = KafkaEngine.start(folder, 0)) {
            // Given
            createTopic(engine);
            sendInTransaction(engine, "before");

            // When
            engine.stop();
            engine.restart();

            // Then
            sendInTransaction(engine, "after");
            assertThat(read(engine, 2)).containsExactly("before", "after");
        }
    }

    @Test
    void createsNoTopicByAccident() throws Exception {
        try (KafkaEngine engine = KafkaEngine.start(folder, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", engine.bootstrap()));
                KafkaConsumer<String, String> consumer = consumer(engine)) {
            // When
            consumer.subscribe(Set.of("misspelt"));
            consumer.poll(Duration.ofSeconds(1));

            // Then
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    @Test
    void recoversTheFolderOfABrokerThatWasKilled() throws Exception {
        // Given
        int port = Ports.free();
        Process jvm = Forked.start(folder, port);
        BufferedReader out = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.US_ASCII));
        assertThat(out.readLine()).isEqualTo("sent");

        // When
        jvm.destroyForcibly().waitFor(20, TimeUnit.SECONDS);

        // Then
        try (KafkaEngine engine = KafkaEngine.start(folder, port)) {
            assertThat(read(engine, 1)).containsExactly("before");
        }
    }

    private static void createTopic(KafkaEngine engine) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", engine.bootstrap()))) {
            admin.createTopics(Set.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void sendInTransaction(KafkaEngine engine, String value) {
        Map<String, Object> config = Map.of("bootstrap.servers", engine.bootstrap(), "transactional.id", "t");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var unused = producer.send(new ProducerRecord<>(TOPIC, value));
            producer.commitTransaction();
        }
    }

    private static List<String> read(KafkaEngine engine, int count) {
        try (KafkaConsumer<String, String> consumer = consumer(engine)) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            List<String> values = new ArrayList<>();
            Instant limit = Instant.now().plusSeconds(20);
            while (values.size() < count && Instant.now().isBefore(limit)) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    private static KafkaConsumer<String, String> consumer(KafkaEngine engine) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", engine.bootstrap(), "group.id", "g", "isolation.level", "read_committed");
        return new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
    }

    /** A JVM of its own that starts a broker, sends a message, and waits to be killed. */
    static final class Forked {
        static Process start(Path folder, int port) throws Exception {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Forked.class.getName(),
                            folder.toString(),
                            Integer.toString(port))
                    .redirectError(Redirect.DISCARD)
                    .start();
        }

        public static void main(String[] args) throws Exception {
            KafkaEngine engine = KafkaEngine.start(Path.of(args[0]), Integer.parseInt(args[1]));
            createTopic(engine);
            sendInTransaction(engine, "before");
            System.out.println("sent");
            new CompletableFuture<Void>().get();
        }
    }
}
