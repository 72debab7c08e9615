package io.keyward.simulator.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.kms.key.KeyAccess;
import io.keyward.simulator.world.KmsKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tags of keys: kept and shown, and of no consequence. */
final class Tags {

    private final KeyAccess access;

    Tags(KeyAccess access) {
        this.access = access;
    }

    ObjectNode tagResource(Invocation call) {
        KmsKey key = access.open(call);
        Map<String, String> tags = new TreeMap<>(key.tags());
        tags.putAll(KeyCreation.tags(call.input()));
        return keep(key, tags);
    }

    ObjectNode untagResource(Invocation call) {
        KmsKey key = access.open(call);
        Map<String, String> tags = new TreeMap<>(key.tags());
        for (JsonNode name : call.input().fields().path("TagKeys")) {
            tags.remove(name.asText());
        }
        return keep(key, tags);
    }

    ObjectNode listResourceTags(Invocation call) {
        KmsKey key = access.open(call);
        List<ObjectNode> tags = new TreeMap<>(key.tags())
                .entrySet().stream()
                        .map(tag -> empty().put("TagKey", tag.getKey()).put("TagValue", tag.getValue()))
                        .toList();
        return Pages.page(call, "Tags", tags);
    }

    private ObjectNode keep(KmsKey key, Map<String, String> tags) {
        access.world().keep(key.withTags(tags));
        return empty();
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
