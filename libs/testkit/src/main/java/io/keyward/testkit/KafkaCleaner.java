package io.keyward.testkit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;

/** Empties a broker between applications under test: an application with a fresh database must not read what an earlier one wrote. */
final class KafkaCleaner {
    private KafkaCleaner() {}

    static void clear(String bootstrap) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Set<String> topics = admin.listTopics().names().get();
            admin.deleteTopics(topics).all().get();
            List<String> groups = admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .toList();
            // A group that a dying consumer still holds stays; its offsets went with the topics.
            for (var deleted :
                    admin.deleteConsumerGroups(groups).deletedGroups().values()) {
                var unused = deleted.toCompletionStage()
                        .toCompletableFuture()
                        .exceptionally(e -> null)
                        .join();
            }
        }
    }
}
