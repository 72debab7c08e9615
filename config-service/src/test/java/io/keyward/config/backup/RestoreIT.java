package io.keyward.config.backup;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.role;
import static io.keyward.config.Tenants.user;
import static io.keyward.config.backup.BackupCalls.backedUp;
import static io.keyward.config.backup.BackupCalls.events;
import static io.keyward.config.backup.BackupCalls.refused;
import static io.keyward.config.backup.BackupCalls.remove;
import static io.keyward.config.backup.BackupCalls.report;
import static io.keyward.config.backup.BackupCalls.restore;
import static io.keyward.config.backup.BackupCalls.restores;
import static io.keyward.config.backup.BackupCalls.running;
import static io.keyward.config.backup.BackupCalls.snapshot;
import static io.keyward.config.backup.BackupCalls.snapshots;
import static io.keyward.config.backup.BackupCalls.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.keyward.access.ProjectRole;
import io.keyward.atlas.ObjectIds;
import io.keyward.config.FarEnd;
import io.keyward.config.Tenants.User;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class RestoreIT {

    FarEnd validation;

    @BeforeEach
    void forget() {
        validation.reset();
    }

    @Test
    @Rule({"S1", "S2"})
    void aSnapshotIsRestoredWhileItsKeyIsValid() {
        String groupId = projectWithKey();
        running(groupId, "orders", true);
        String snapshotId = snapshot(groupId, "orders");
        String body = automated(snapshotId, "orders");

        verdict(groupId, "REVOKED", 1);
        refused(restore(groupId, "orders", body), 400, "SNAPSHOT_KEY_NOT_VALID")
                .then()
                .body("detail", containsString(KEY))
                .body("detail", containsString("Try Again"));
        verdict(groupId, "VALID", 2);
        String id = restore(groupId, "orders", body)
                .then()
                .statusCode(200)
                .body("deliveryType", is("automated"))
                .body("snapshotId", is(snapshotId))
                .body("targetGroupId", is(groupId))
                .body("failed", is(false))
                .extract()
                .path("id");

        refused(restore(groupId, "orders", body), 409, "CLUSTER_UNAVAILABLE_FOR_BACKUP");
        refused(OWNER.delete(snapshots(groupId, "orders") + "/" + snapshotId), 409, "SNAPSHOT_IN_USE");
        report("restoreJobs", id, "IN_PROGRESS", "").then().body("outcome", is("ACCEPTED"));
        report("restoreJobs", id, "COMPLETED", "").then().body("outcome", is("ACCEPTED"));
        report("restoreJobs", id, "FAILED", "").then().body("outcome", is("IGNORED_FINISHED"));
        OWNER.get(restores(groupId, "orders") + "/" + id).then().body("finishedAt", notNullValue());
        OWNER.get(restores(groupId, "orders")).then().body("results.id", hasItem(id));
        refused(OWNER.delete(restores(groupId, "orders") + "/" + id), 400, "RESTORE_JOB_FINISHED");
        refused(OWNER.get(restores(groupId, "orders") + "/" + groupId), 404, "RESTORE_JOB_NOT_FOUND");
        refused(report("restoreJobs", groupId, 1, "FAILED", ""), 404, "RESOURCE_NOT_FOUND");
        assertThat(events(id)).containsExactly("keyward.restore.requested.v1", "keyward.restore.completed.v1");
    }

    @Test
    @Rule("S2")
    void aTargetIsUnderKeysOfTheSameProvider() {
        String groupId = projectWithKey();
        running(groupId, "orders", true);
        running(groupId, "plain", false);
        String wrapped = snapshot(groupId, "orders");
        String plain = snapshot(groupId, "plain");
        String queued = OWNER.post(snapshots(groupId, "plain"), "{}").path("id");

        refused(restore(groupId, "orders", automated(wrapped, "plain")), 400, "INVALID_SNAPSHOT_RESTORE_ENCRYPTION");
        refused(restore(groupId, "plain", automated(plain, "orders")), 400, "INVALID_SNAPSHOT_RESTORE_ENCRYPTION");
        refused(restore(groupId, "plain", automated(wrapped, "plain")), 404, "SNAPSHOT_NOT_FOUND");
        refused(restore(groupId, "orders", automated(wrapped, "nobody")), 404, "CLUSTER_NOT_FOUND");
        refused(restore(groupId, "plain", automated(queued, "plain")), 400, "SNAPSHOT_NOT_COMPLETED");
        refused(restore(groupId, "orders", "{'deliveryType':'never'}"), 400, "INVALID_ENUM_VALUE");
        refused(restore(groupId, "orders", "{'deliveryType':'automated'}"), 400, "MISSING_ATTRIBUTE");
        refused(
                restore(groupId, "orders", "{'deliveryType':'download','snapshotId':'" + wrapped + "'}"),
                400,
                "CANNOT_DOWNLOAD_SNAPSHOT_WITH_ENCRYPTION");
        refused(OWNER.get(restores(groupId, "nobody")), 404, "CLUSTER_NOT_FOUND");
        String shard = "{'regionConfigs':[{'providerName':'AWS','regionName':'US_EAST_1','priority':7,"
                + "'electableSpecs':{'instanceSize':'M30','nodeCount':3}}]}";
        running(groupId, "{'name':'wide','clusterType':'SHARDED','replicationSpecs':[" + shard + "]}", "wide");
        refused(restore(groupId, "plain", automated(plain, "wide")), 400, "RESTORE_TARGET_NOT_SUITABLE");
    }

    @Test
    @Rule({"S2", "A1"})
    void anotherProjectsClusterNeedsTheRoleThereAndAKeyInTheSameRegion() {
        String groupId = projectWithKey();
        running(groupId, "orders", true);
        String snapshotId = snapshot(groupId, "orders");
        String near = projectWithKey();
        running(near, "copy", true);
        String far = project();
        OWNER.patch(
                        encryption(far),
                        "{'awsKms':{'enabled':true,'customerMasterKeyID':'%s','region':'EU_WEST_1','roleId':'%s'}}"
                                .formatted(KEY.replace("us-east-1", "eu-west-1"), role(far)))
                .then()
                .statusCode(200);
        running(far, "copy", true);
        User here = user(Set.of(), groupId, ProjectRole.GROUP_BACKUP_MANAGER);

        refused(here.post(restores(groupId, "orders"), elsewhere(snapshotId, near)), 404, "GROUP_NOT_FOUND");
        refused(restore(groupId, "orders", elsewhere(snapshotId, ObjectIds.next())), 404, "GROUP_NOT_FOUND");
        refused(restore(groupId, "orders", elsewhere(snapshotId, far)), 400, "INVALID_SNAPSHOT_RESTORE_ENCRYPTION")
                .then()
                .body("detail", containsString("eu-west-1"));
        String id = restore(groupId, "orders", elsewhere(snapshotId, near))
                .then()
                .statusCode(200)
                .body("targetGroupId", is(near))
                .extract()
                .path("id");
        OWNER.delete(restores(groupId, "orders") + "/" + id).then().statusCode(204);
        OWNER.delete(restores(groupId, "orders") + "/" + id).then().statusCode(204);
        OWNER.get(restores(groupId, "orders") + "/" + id).then().body("cancelled", is(true));
        assertThat(events(id)).containsExactly("keyward.restore.requested.v1", "keyward.restore.cancelled.v1");
    }

    @Test
    @Rule("S2")
    void aDownloadIsFetchedUntilItIsWithdrawn() {
        String groupId = project();
        String clusterId = running(groupId, "orders", false);
        String snapshotId = snapshot(groupId, "orders");
        String path = restores(groupId, "orders");

        String id = restore(groupId, "orders", "{'deliveryType':'download','snapshotId':'" + snapshotId + "'}")
                .then()
                .statusCode(200)
                .body("deliveryUrl", empty())
                .extract()
                .path("id");
        refused(report("restoreJobs", id, "COMPLETED", ",'deliveryUrl':['x']"), 400, "VALIDATION_ERROR");
        report("restoreJobs", id, "COMPLETED", ",'deliveryUrl':['https://files.example/1']")
                .then()
                .body("outcome", is("ACCEPTED"));
        OWNER.get(path + "/" + id).then().body("deliveryUrl", hasSize(1));
        OWNER.delete(path + "/" + id).then().statusCode(204);
        OWNER.get(path + "/" + id).then().body("deliveryUrl", empty()).body("cancelled", is(true));

        String next = restore(groupId, "orders", automated(snapshotId, "orders"))
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        remove(groupId, clusterId, "orders", false);
        OWNER.get(path + "/" + next).then().body("failed", is(true)).body("statusMessage", containsString("deleted"));
    }

    @Test
    @Rule("S4")
    void aPointInTimeNeedsThemKeptASnapshotAndTheCurrentKey() {
        String groupId = projectWithKey();
        running(groupId, "orders", true);
        running(groupId, backedUp("without", "AWS").replace("'pitEnabled':true,", ""), "without");
        long before = Instant.now().getEpochSecond();
        refused(restore(groupId, "without", at(before, "orders")), 400, "POINT_IN_TIME_RESTORE_NOT_ENABLED");
        refused(restore(groupId, "orders", at(before, "orders")), 400, "INVALID_POINT_IN_TIME");
        String snapshotId = snapshot(groupId, "orders");
        long after = Instant.now().getEpochSecond();
        refused(restore(groupId, "orders", at(after + 3600, "orders")), 400, "INVALID_POINT_IN_TIME");
        refused(
                restore(groupId, "orders", "{'deliveryType':'pointInTime','targetClusterName':'orders','oplogTs':9}"),
                400,
                "MISSING_ATTRIBUTE");

        verdict(groupId, "REVOKED", 1);
        refused(restore(groupId, "orders", at(after, "orders")), 400, "SNAPSHOT_KEY_NOT_VALID");
        verdict(groupId, "VALID", 2);

        restore(groupId, "orders", at(after, "orders"))
                .then()
                .statusCode(200)
                .body("deliveryType", is("pointInTime"))
                .body("pointInTimeUTCSeconds", is((int) after))
                .body("snapshotId", is(snapshotId));
    }

    @Test
    @Rule("S4")
    void legacyBackupsAreRefused() {
        String groupId = projectWithKey();
        String path = V2 + "/" + groupId + "/backupConfigs";

        OWNER.get(path).then().statusCode(200).body("results", empty()).body("totalCount", is(0));
        refused(
                        OWNER.patch(path + "/" + ObjectIds.next(), "{'statusName':'STARTED'}"),
                        400,
                        "LEGACY_BACKUP_NOT_SUPPORTED")
                .then()
                .body("detail", containsString("backupEnabled"));
    }

    private static String automated(String snapshotId, String target) {
        return "{'deliveryType':'automated','snapshotId':'%s','targetClusterName':'%s'}".formatted(snapshotId, target);
    }

    private static String elsewhere(String snapshotId, String groupId) {
        return "{'deliveryType':'automated','snapshotId':'%s','targetClusterName':'copy','targetGroupId':'%s'}"
                .formatted(snapshotId, groupId);
    }

    private static String at(long seconds, String target) {
        return "{'deliveryType':'pointInTime','targetClusterName':'%s','pointInTimeUTCSeconds':%d}"
                .formatted(target, seconds);
    }
}
