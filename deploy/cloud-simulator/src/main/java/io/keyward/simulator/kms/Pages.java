package io.keyward.simulator.kms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.wire.AwsFault;
import java.util.List;

/** Lists by the page: the marker is the position of the next entry. */
final class Pages {

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private Pages() {}

    static ObjectNode page(Invocation call, String field, List<ObjectNode> all) {
        int limit = call.input().number("Limit", USUAL, 1, MOST);
        int from = position(call.input().text("Marker", "0"), all.size());
        int to = Math.min(from + limit, all.size());
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = result.putArray(field);
        all.subList(from, to).forEach(entries::add);
        result.put("Truncated", to < all.size());
        return to < all.size() ? result.put("NextMarker", String.valueOf(to)) : result;
    }

    private static int position(String marker, int size) {
        if (!marker.matches("\\d{1,9}") || Integer.parseInt(marker) > size) {
            throw new AwsFault("InvalidMarkerException", "The marker is not valid.");
        }
        return Integer.parseInt(marker);
    }
}
