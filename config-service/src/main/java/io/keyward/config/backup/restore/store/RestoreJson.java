package io.keyward.config.backup.restore.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.config.backup.key.BackupKey;
import io.keyward.config.backup.restore.plan.Delivery;
import io.keyward.config.backup.restore.plan.RestoreJob;
import io.keyward.config.backup.restore.plan.RestoreJob.TargetCluster;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A restore job between its row and its record. */
@ApplicationScoped
class RestoreJson {
    private static final TypeReference<List<BackupKey>> KEYS = new TypeReference<>() {};
    private static final TypeReference<List<String>> URLS = new TypeReference<>() {};

    private final ObjectMapper json;

    RestoreJson(ObjectMapper json) {
        this.json = json;
    }

    RestoreJob read(RestoreEntity row) {
        return new RestoreJob(
                row.id,
                row.groupId,
                row.clusterId,
                row.clusterName,
                row.snapshotId,
                row.snapshotAt,
                Delivery.Type.valueOf(row.deliveryType),
                target(row),
                row.seconds,
                row.increment,
                row.status(),
                row.requestedAt,
                row.finishedAt,
                row.expiresAt,
                read(row.deliveryUrls, URLS),
                row.message,
                row.requestRevision,
                read(row.keys, KEYS));
    }

    String write(List<?> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a restore job cannot be written", e);
        }
    }

    private static @Nullable TargetCluster target(RestoreEntity row) {
        String groupId = row.targetGroupId;
        String clusterId = row.targetClusterId;
        String name = row.targetClusterName;
        return groupId == null || clusterId == null || name == null
                ? null
                : new TargetCluster(groupId, clusterId, name);
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored restore job cannot be read", e);
        }
    }
}
