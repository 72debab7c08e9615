package io.keyward.local.chaos.restore;

import io.keyward.local.client.Patience;
import io.keyward.local.database.Database;
import io.keyward.local.service.Service;
import io.keyward.local.service.Services;
import io.keyward.local.stack.LocalStack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Copies of all databases as of one moment, each taken while nobody wrote to it: as faithful as a dump. Restores them as the runbook says.
 *
 * @param takenAt before everything that is not in it
 */
record Backup(LocalStack stack, Instant takenAt) {
    private static final Map<String, String> RAISED =
            Map.of("keyward.messaging.revision-epoch", "2", "keyward.messaging.republish", "true");
    private static final Duration SHORTLY = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final long ANSWER_SECONDS = 20;

    static Backup take(LocalStack stack) {
        Instant before = Instant.now();
        for (Service service : Service.values()) {
            stack.services().stop(service);
        }
        try (Database server = Database.ofServer(stack.postgres())) {
            for (Service service : Service.values()) {
                server.execute("create database %s template %s".formatted(copyOf(service), service.database()));
            }
        }
        stack.services().startAll();
        return new Backup(stack, before);
    }

    /** Steps 1 to 8 of the runbook, but for what people look through. */
    void restore(Service service) {
        Services services = stack.services();
        services.stop(service);
        try (Database server = Database.ofServer(stack.postgres())) {
            server.execute(
                    "drop database %s with (force)".formatted(service.database()),
                    "create database %s template %s".formatted(service.database(), copyOf(service)));
        }
        rewind(service);
        services.set(service, RAISED);
        services.start(service);
    }

    private static String copyOf(Service service) {
        return service.database() + "_backup";
    }

    /** Lets it read again what it had read after the backup. Whoever was stopped may be counted as a member for a moment longer. */
    private void rewind(Service service) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.addresses().kafka()))) {
            groupsOf(service).forEach(group -> {
                if (!Patience.until(LIMIT, PAUSE, () -> isRewound(admin, group))) {
                    throw new IllegalStateException("the offsets of " + group + " cannot be set back");
                }
            });
        }
    }

    private static List<String> groupsOf(Service service) {
        return service == Service.CONFIG
                ? List.of(service.folder(), service.folder() + "-activity")
                : List.of(service.folder());
    }

    private boolean isRewound(Admin admin, String group) {
        try {
            Set<TopicPartition> read = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .keySet();
            admin.alterConsumerGroupOffsets(group, since(admin, read)).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            return false;
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> since(Admin admin, Set<TopicPartition> read)
            throws ExecutionException, InterruptedException, java.util.concurrent.TimeoutException {
        OffsetSpec shortlyBefore =
                OffsetSpec.forTimestamp(takenAt.minus(SHORTLY).toEpochMilli());
        Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(
                        read.stream().collect(Collectors.toMap(partition -> partition, partition -> shortlyBefore)))
                .all()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        // Where nothing came since, there is nothing to be read again.
        return found.entrySet().stream()
                .filter(one -> one.getValue().offset() >= 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> new OffsetAndMetadata(one.getValue().offset())));
    }
}
