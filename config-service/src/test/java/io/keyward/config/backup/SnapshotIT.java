package io.keyward.config.backup;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OTHER_KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.user;
import static io.keyward.config.backup.BackupCalls.DRIVER;
import static io.keyward.config.backup.BackupCalls.backedUp;
import static io.keyward.config.backup.BackupCalls.create;
import static io.keyward.config.backup.BackupCalls.events;
import static io.keyward.config.backup.BackupCalls.refused;
import static io.keyward.config.backup.BackupCalls.remove;
import static io.keyward.config.backup.BackupCalls.report;
import static io.keyward.config.backup.BackupCalls.running;
import static io.keyward.config.backup.BackupCalls.snapshot;
import static io.keyward.config.backup.BackupCalls.snapshots;
import static io.keyward.config.backup.BackupCalls.stop;
import static io.keyward.config.backup.BackupCalls.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.keyward.access.ProjectRole;
import io.keyward.config.FarEnd;
import io.keyward.config.Tenants.User;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class SnapshotIT {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    FarEnd validation;

    @BeforeEach
    void forget() {
        validation.reset();
    }

    @Test
    @Rule("S1")
    void aSnapshotRemembersTheKeyOfItsCluster() {
        String groupId = projectWithKey();
        running(groupId, "orders", true);
        String path = snapshots(groupId, "orders");

        String id = OWNER.post(path, "{'description':'before the upgrade','retentionInDays':7}")
                .then()
                .statusCode(200)
                .contentType("application/vnd.atlas.2023-01-01+json")
                .body("status", is("queued"))
                .body("type", is("replicaSet"))
                .body("masterKeyUUID", matchesPattern(UUID))
                .body("customerKey.key", is(KEY))
                .body("customerKey.state", is("CURRENT"))
                .body("customerKey.valid", is(true))
                .body("replicaSetName", is("orders-shard-0"))
                .extract()
                .path("id");
        OWNER.get(path).then().statusCode(200).body("results", hasSize(1)).body("results[0].id", is(id));
        OWNER.get(path + "/shardedClusters").then().statusCode(200).body("totalCount", is(0));
        refused(OWNER.get(path + "/shardedCluster/" + id), 404, "SNAPSHOT_NOT_FOUND");

        report("snapshots", id, "IN_PROGRESS", "").then().statusCode(200).body("outcome", is("ACCEPTED"));
        OWNER.get(path + "/" + id).then().body("status", is("inProgress"));
        long revision = DRIVER.get("/api/keyward/v1/snapshots/" + id + "/observed")
                .then()
                .body("keys[0].name", is(KEY))
                .extract()
                .jsonPath()
                .getLong("requestRevision");
        report("snapshots", id, revision - 1, "FAILED", "").then().body("outcome", is("IGNORED_OLDER"));
        report("snapshots", id, revision + 1, "FAILED", "").then().body("outcome", is("IGNORED_UNKNOWN"));
        report("snapshots", id, revision, "COMPLETED", ",'storageSizeBytes':1024")
                .then()
                .body("outcome", is("ACCEPTED"));
        report("snapshots", id, revision, "FAILED", "").then().body("outcome", is("IGNORED_FINISHED"));
        OWNER.get(path + "/" + id).then().body("status", is("completed")).body("storageSizeBytes", is(1024));
        refused(report("snapshots", groupId, 1, "FAILED", ""), 404, "RESOURCE_NOT_FOUND");

        verdict(groupId, "REVOKED", 1);
        OWNER.get(path + "/" + id).then().body("customerKey.valid", is(false));
        OWNER.delete(path + "/" + id).then().statusCode(204);
        refused(OWNER.get(path + "/" + id), 404, "SNAPSHOT_NOT_FOUND");
        refused(OWNER.delete(path + "/" + id), 404, "SNAPSHOT_NOT_FOUND");
        assertThat(events(id))
                .containsExactly(
                        "keyward.snapshot.requested.v1", "keyward.snapshot.taken.v1", "keyward.snapshot.deleted.v1");
    }

    @Test
    @Rule("S1")
    void aSnapshotOfAShardedClusterHasAPartOfEachShard() {
        String groupId = project();
        String shard = "{'regionConfigs':[{'providerName':'AWS','regionName':'US_EAST_1','priority':7,"
                + "'electableSpecs':{'instanceSize':'M30','nodeCount':3}}]}";
        running(
                groupId,
                "{'name':'orders','clusterType':'SHARDED','backupEnabled':true,'replicationSpecs':[" + shard + ","
                        + shard + "]}",
                "orders");
        String path = snapshots(groupId, "orders");

        String id = OWNER.post(path, "{}")
                .then()
                .statusCode(200)
                .body("type", is("shardedCluster"))
                .body("members", hasSize(2))
                .body("snapshotIds", hasSize(2))
                .body("$", not(hasKey("masterKeyUUID")))
                .body("$", not(hasKey("expiresAt")))
                .extract()
                .path("id");

        OWNER.get(path + "/shardedClusters").then().body("results[0].id", is(id));
        OWNER.get(path + "/shardedCluster/" + id)
                .then()
                .statusCode(200)
                .body("members[1].replicaSetName", is("orders-shard-1"));
        OWNER.get(path).then().body("totalCount", is(0));
        OWNER.delete(path + "/shardedCluster/" + id).then().statusCode(204);
    }

    @Test
    @Rule({"S1", "A1"})
    void aClusterThatCannotBeReadHasNoSnapshotTaken() {
        String groupId = projectWithKey();
        refused(OWNER.post(snapshots(groupId, "orders"), "{}"), 404, "CLUSTER_NOT_FOUND");
        refused(OWNER.get(snapshots(groupId, "orders")), 404, "CLUSTER_NOT_FOUND");
        create(groupId, backedUp("without", "NONE").replace("'backupEnabled':true,", ""));
        refused(OWNER.post(snapshots(groupId, "without"), "{}"), 400, "BACKUP_NOT_ENABLED");
        create(groupId, backedUp("starting", "NONE"));
        refused(OWNER.post(snapshots(groupId, "starting"), "{}"), 409, "CLUSTER_UNAVAILABLE_FOR_BACKUP");
        String id = running(groupId, "orders", true);
        refused(OWNER.post(snapshots(groupId, "orders"), "{'retentionInDays':0}"), 400, "VALIDATION_ERROR");
        User reader = user(Set.of(), groupId, ProjectRole.GROUP_READ_ONLY);
        refused(reader.post(snapshots(groupId, "orders"), "{}"), 403, "ACCESS_FORBIDDEN");

        stop(groupId, id, "orders");

        refused(OWNER.post(snapshots(groupId, "orders"), "{}"), 409, "CLUSTER_UNAVAILABLE_FOR_BACKUP")
                .then()
                .body("detail", containsString("key is not valid"));
    }

    @Test
    @Rule({"S1", "S3", "C10"})
    void aKeyIsKeptForItsSnapshotsAndLetGoWithTheLast() {
        String groupId = projectWithKey();
        String clusterId = running(groupId, "orders", true);
        String kept = snapshot(groupId, "orders");
        String failed = OWNER.post(snapshots(groupId, "orders"), "{}").path("id");

        remove(groupId, clusterId, "orders", true);

        OWNER.get(snapshots(groupId, "orders") + "/" + failed)
                .then()
                .body("status", is("failed"))
                .body("statusMessage", containsString("deleted"));
        OWNER.patch(encryption(groupId), "{'awsKms':{'enabled':false}}").then().statusCode(200);
        OWNER.get(snapshots(groupId, "orders") + "/" + kept)
                .then()
                .statusCode(200)
                .body("customerKey.state", is("FORMER"))
                .body("customerKey.valid", is(true));
        refused(OWNER.delete(V2 + "/" + groupId), 409, "CANNOT_CLOSE_GROUP_ACTIVE_BACKUP");
        OWNER.delete(snapshots(groupId, "orders") + "/" + kept).then().statusCode(204);
        assertThat(rows("select id from project_key where group_id = '" + groupId + "'"))
                .isEmpty();
        OWNER.get(snapshots(groupId, "orders") + "/" + failed)
                .then()
                .body("customerKey.state", is("GONE"))
                .body("customerKey.valid", is(false));
    }

    @Test
    @Rule("S1")
    void snapshotsGoWithTheirClusterOrWhenTheyExpire() {
        String groupId = projectWithKey();
        String clusterId = running(groupId, "orders", true);
        String expiring = snapshot(groupId, "orders");
        String going = snapshot(groupId, "orders");

        rows("update snapshot set expires_at = now() - interval '1 hour' where id = '" + expiring + "' returning id");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(events(expiring)).endsWith("keyward.snapshot.deleted.v1"));
        OWNER.get(snapshots(groupId, "orders")).then().body("results.id", is(List.of(going)));
        remove(groupId, clusterId, "orders", false);
        refused(OWNER.get(snapshots(groupId, "orders")), 404, "CLUSTER_NOT_FOUND");
        assertThat(events(going)).endsWith("keyward.snapshot.deleted.v1");
    }

    @Test
    @Rule("S1")
    void aSnapshotThatIsTakenWhileTheKeyChangesNeedsBoth() {
        String groupId = projectWithKey();
        running(groupId, "orders", true);
        String before = OWNER.post(snapshots(groupId, "orders"), "{}").path("id");

        OWNER.patch(encryption(groupId), "{'awsKms':{'customerMasterKeyID':'" + OTHER_KEY + "'}}")
                .then()
                .statusCode(200);

        OWNER.get(snapshots(groupId, "orders") + "/" + before)
                .then()
                .body("customerKey.key", is(KEY))
                .body("customerKey.state", is("FORMER"))
                .body("customerKey.alsoUnder.key", is(List.of(OTHER_KEY)));
        OWNER.post(snapshots(groupId, "orders"), "{}")
                .then()
                .statusCode(200)
                .body("customerKey.key", is(OTHER_KEY))
                .body("customerKey.alsoUnder.key", is(List.of(KEY)));
    }
}
