package io.keyward.config.cluster;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.rows;
import static org.hamcrest.Matchers.is;

import io.keyward.config.cluster.spec.Requests;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What tests ask of clusters, as the owner of the project, and what they look up behind the API. */
final class ClusterCalls {
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
