package io.keyward.atlas.body;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where in a document something is, as clients write it: {@code parts[1].size}; empty for the document itself. */
final class JsonPaths {
    private static final int LONGEST = 200;

    private JsonPaths() {}

    static String of(List<JsonMappingException.Reference> path) {
        return trimmed(path.stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining()));
    }

    static String of(@Nullable JsonStreamContext place) {
        return trimmed(steps(place));
    }

    /** As deep as the reader allows documents to be, which is not deep. */
    private static String steps(@Nullable JsonStreamContext place) {
        if (place == null || place.inRoot()) {
            return "";
        }
        String step = place.inArray() ? "[" + place.getCurrentIndex() + "]" : "." + place.getCurrentName();
        return steps(place.getParent()) + (place.inObject() && !place.hasCurrentName() ? "" : step);
    }

    /** Names are the client's and may be of any length. */
    private static String trimmed(String path) {
        String bare = path.startsWith(".") ? path.substring(1) : path;
        if (bare.length() <= LONGEST) {
            return bare;
        }
        int end = Character.isHighSurrogate(bare.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return bare.substring(0, end) + "…";
    }
}
