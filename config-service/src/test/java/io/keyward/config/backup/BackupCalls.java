package io.keyward.config.backup;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.rows;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.keyward.config.Tenants.User;
import io.keyward.config.Topic;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.EnforcementEvent.Enforcement;
import io.keyward.contracts.EnforcementEvent.StopReason;
import io.keyward.contracts.Topics;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What tests of backups ask, as the owner of the project and as a driver, and what they look up behind the API. */
final class BackupCalls {
    static final User DRIVER = new User("dddddddd", "driver-private-key");
    static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Actor SERVICE = Actor.system("validation-service");
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private BackupCalls() {}

    /** Body of a cluster with backups and points in time. */
    static String backedUp(String name, String provider) {
        return cluster(name, provider).replaceFirst("\\{", "{'backupEnabled':true,'pitEnabled':true,");
    }

    static String create(String groupId, String body) {
        return OWNER.call("2024-10-23")
                .body(body.replace('\'', '"'))
                .post(clusters(groupId))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A cluster that was seen running. */
    static String running(String groupId, String body, String name) {
        String id = create(groupId, body);
        Topic.publish(
                Topics.ENFORCEMENT, new EnforcementEvent.Running(id, 2, THEN, SERVICE, enforcement(groupId, name)));
        await().atMost(A_WHILE)
                .untilAsserted(
                        () -> OWNER.get(clusters(groupId) + "/" + name).then().body("stateName", is("IDLE")));
        return id;
    }

    static String running(String groupId, String name, boolean underKey) {
        return running(groupId, backedUp(name, underKey ? "AWS" : "NONE"), name);
    }

    /** A cluster was seen stopped by its key. */
    static void stop(String groupId, String clusterId, String name) {
        StopReason reason = new StopReason("KEY", "u", "arn", "us-east-1", "KEY_DISABLED", "It is disabled.", THEN);
        Topic.publish(
                Topics.ENFORCEMENT,
                new EnforcementEvent.Stopped(
                        clusterId, 3, THEN, SERVICE, new Enforcement(groupId, name, 1, THEN, List.of(reason))));
        await().atMost(A_WHILE)
                .untilAsserted(
                        () -> OWNER.get(clusters(groupId) + "/" + name).then().body("paused", is(true)));
    }

    /** Takes a cluster down, and has it seen gone. */
    static void remove(String groupId, String clusterId, String name, boolean retainBackups) {
        OWNER.delete(clusters(groupId) + "/" + name + "?retainBackups=" + retainBackups)
                .then()
                .statusCode(202);
        Topic.publish(
                Topics.ENFORCEMENT,
                new EnforcementEvent.Removed(clusterId, 9, THEN, SERVICE, enforcement(groupId, name)));
        await().atMost(A_WHILE)
                .untilAsserted(
                        () -> OWNER.get(clusters(groupId) + "/" + name).then().statusCode(404));
    }

    static String snapshots(String groupId, String name) {
        return clusters(groupId) + "/" + name + "/backup/snapshots";
    }

    static String restores(String groupId, String name) {
        return clusters(groupId) + "/" + name + "/backup/restoreJobs";
    }

    /** A snapshot of a cluster that is running, completed by its driver. */
    static String snapshot(String groupId, String name) {
        String id = OWNER.post(snapshots(groupId, name), "{'description':'x','retentionInDays':7}")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        report("snapshots", id, "COMPLETED", "").then().body("outcome", is("ACCEPTED"));
        return id;
    }

    static Response restore(String groupId, String name, String body) {
        return OWNER.post(restores(groupId, name), body);
    }

    /** A driver's report about the request in force. */
    static Response report(String what, String id, String state, String more) {
        String path = "/api/keyward/v1/" + what + "/" + id + "/observed";
        long revision =
                DRIVER.get(path).then().statusCode(200).extract().jsonPath().getLong("requestRevision");
        return report(what, id, revision, state, more);
    }

    static Response report(String what, String id, long revision, String state, String more) {
        return DRIVER.put(
                "/api/keyward/v1/" + what + "/" + id + "/observed",
                "{'requestRevision':%d,'state':'%s'%s}".formatted(revision, state, more));
    }

    static Response refused(Response reply, int status, String code) {
        reply.then().statusCode(status).body("errorCode", is(code));
        return reply;
    }

    /** Types of the events about a snapshot or a restore job, oldest first. */
    static List<String> events(String id) {
        return rows("select payload->>'type' from outbox where topic = 'keyward.backups' and key = '" + id
                + "' order by position");
    }

    /** What the checks find of all keys of the project from now on; each call outdates the one before. */
    static void verdict(String groupId, String verdict, int minutesAhead) {
        rows("insert into key_verdict (key_use_id, verdict, checked_at, revision) select id, '" + verdict
                + "', now() + interval '" + minutesAhead + " minutes', 99 from key_use where group_id = '" + groupId
                + "' on conflict (key_use_id) do update set verdict = excluded.verdict,"
                + " checked_at = excluded.checked_at returning key_use_id");
    }

    private static Enforcement enforcement(String groupId, String name) {
        return new Enforcement(groupId, name, 1, THEN, List.of());
    }
}
