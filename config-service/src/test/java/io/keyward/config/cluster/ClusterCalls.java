package io.keyward.config.cluster;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.rows;
import static org.hamcrest.Matchers.is;

import io.keyward.config.Topic;
import io.keyward.config.cluster.spec.Requests;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.EnforcementEvent.Addresses;
import io.keyward.contracts.EnforcementEvent.Enforcement;
import io.keyward.contracts.Topics;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tests ask of clusters, as the owner of the project, and what they look up behind the API. */
final class ClusterCalls {
    static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Actor DRIVER = Actor.system("validation-service");

    private ClusterCalls() {}

    static Response post(String groupId, String body) {
        return OWNER.call("2024-10-23").body(json(body)).post(clusters(groupId));
    }

    /** Of the cluster {@code orders}. */
    static Response patch(String groupId, String body) {
        return OWNER.call("2024-10-23").body(json(body)).patch(clusters(groupId) + "/orders");
    }

    static Response get(String groupId) {
        return OWNER.get(clusters(groupId) + "/orders");
    }

    /** A cluster {@code orders} in those regions, each as {@link Requests#shard} takes it. */
    static Response create(String groupId, String provider, String... regions) {
        return post(
                groupId,
                "{'name':'orders','encryptionAtRestProvider':'%s',".formatted(provider)
                        + regions(regions).substring(1));
    }

    /** Body that asks for nodes in those regions and nothing else. */
    static String regions(String... regions) {
        return "{" + Requests.shards(Requests.shard(regions)) + "}";
    }

    static Response refused(Response reply, int status, String code) {
        reply.then().statusCode(status).body("errorCode", is(code));
        return reply;
    }

    static boolean isValid(String groupId) {
        return OWNER.get(encryption(groupId)).jsonPath().getBoolean("awsKms.valid");
    }

    /** Status codes of calls that are made at the same time, in their order. */
    static List<Integer> atOnce(Stream<Supplier<Response>> calls) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return calls
                    .map(call -> CompletableFuture.supplyAsync(() -> call.get().statusCode(), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    /** As the driver of a cluster makes it known that it runs, and that what was asked up to that revision is done. */
    static void running(String groupId, String clusterId, long revision, long applied) {
        publish(new EnforcementEvent.Running(clusterId, revision, THEN, DRIVER, said(groupId, applied, null)));
    }

    /** The same of nodes that the customer's KMS does not let in since then, or that all are let in. */
    static void notLetIn(String groupId, String clusterId, long revision, long applied, @Nullable Instant since) {
        publish(new EnforcementEvent.Running(clusterId, revision, THEN, DRIVER, said(groupId, applied, since)));
    }

    static void publish(EnforcementEvent event) {
        Topic.publish(Topics.ENFORCEMENT, event);
    }

    static Enforcement said(String groupId, long applied, @Nullable Instant refusedSince) {
        return new Enforcement(
                groupId,
                "orders",
                1,
                THEN,
                List.of(),
                applied,
                refusedSince == null,
                refusedSince,
                null,
                new Addresses(List.of("192.0.2.1/32"), List.of("192.0.2.2/32"), List.of(), List.of()),
                List.of());
    }

    /** Revision of the last event about a cluster. */
    static long revision(String clusterId) {
        return Long.parseLong(rows("select cast(revision as text) from cluster where id = '" + clusterId + "'")
                .getFirst());
    }

    /** Events about a cluster, oldest first. */
    static List<String> events(String clusterId) {
        return rows("select cast(payload as text) from outbox where topic = 'keyward.clusters' and key = '" + clusterId
                + "' order by position");
    }

    /** What the last event about the project's encryption says of its key uses. */
    static List<String> keyUses(String groupId, String field) {
        return rows("select jsonb_array_elements(last.payload->'keyUses')->>'" + field + "' from (select payload from"
                + " outbox where topic = 'keyward.encryption' and key = '" + groupId
                + "' order by position desc limit 1) last");
    }

    static String json(String body) {
        return body.replace('\'', '"');
    }
}
