package io.keyward.config.cluster.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.config.cluster.spec.ClusterRules.Plan;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Requests and clusters out of short texts, for tests. Quotes are single ones. */
public final class Requests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Requests() {}

    public static ClusterRequest request(String body) {
        try {
            return JSON.readValue(body.replace('\'', '"'), ClusterRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }

    /** The cluster that a POST of that body makes, with ids id-1, id-2, … */
    public static ClusterSpec spec(String body) {
        return ((Plan.Accepted) ClusterRules.plan(request(body), ids("id"))).spec();
    }

    /** Nodes in those regions, each as {@code cloud:region:count} or {@code cloud:region}, in one shard. */
    public static String shard(String... regions) {
        StringBuilder configs = new StringBuilder();
        for (String region : regions) {
            String[] parts = region.split(":");
            String count = parts.length > 2 ? ",'nodeCount':" + parts[2] : "";
            configs.append(configs.isEmpty() ? "" : ",")
                    .append(
                            "{'providerName':'%s','regionName':'%s','priority':7,'electableSpecs':{'instanceSize':'M10'%s}}"
                                    .formatted(parts[0], parts[1], count));
        }
        return "{'regionConfigs':[" + configs + "]}";
    }

    public static String shards(String... shards) {
        return "'replicationSpecs':[" + String.join(",", shards) + "]";
    }

    public static Supplier<String> ids(String prefix) {
        AtomicInteger last = new AtomicInteger();
        return () -> prefix + "-" + last.incrementAndGet();
    }
}
