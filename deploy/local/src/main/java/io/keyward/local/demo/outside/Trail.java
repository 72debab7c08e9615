package io.keyward.local.demo.outside;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.PlainJson;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The cloud's own record of calls, as its customers could read it in theirs. */
public final class Trail {
    private static final String PUBLIC = "public";
    private static final Set<String> USES = Set.of("DescribeKey", "Encrypt", "Decrypt");

    private final String url;
    private final String keyId;

    public Trail(String cloudUrl, String keyArn) {
        this.url = cloudUrl + "/_control/log?service=kms&after=";
        this.keyId = keyArn.substring(keyArn.indexOf(":key/"));
    }

    /**
     * A use of the key by Keyward, in the tenant's role.
     *
     * @param number grows with every call
     * @param path {@code public}, or the endpoint's id
     */
    public record Use(long number, String region, String operation, String path, String outcome) {
        public boolean isPublic() {
            return path.equals(PUBLIC);
        }
    }

    /** Uses of the key in any region after the call of that number, in order. */
    public List<Use> uses(long after) {
        return StreamSupport.stream(PlainJson.get(url + after).path("entries").spliterator(), false)
                .filter(this::isUse)
                .map(Trail::use)
                .toList();
    }

    private boolean isUse(JsonNode call) {
        return USES.contains(call.path("operation").asText())
                && call.path("resource").asText().endsWith(keyId)
                && call.path("caller").asText().contains(":assumed-role/");
    }

    private static Use use(JsonNode call) {
        return new Use(
                call.path("number").asLong(),
                call.path("region").asText(),
                call.path("operation").asText(),
                call.path("path").asText(),
                call.path("outcome").asText());
    }
}
