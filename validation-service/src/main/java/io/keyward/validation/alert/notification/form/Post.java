package io.keyward.validation.alert.notification.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The request that delivers a notice.
 *
 * @param headers in the order in which they are sent
 * @param guarded whether a customer chose where it goes, so that it must not lead into networks that only we can reach
 */
public record Post(String url, Map<String, String> headers, String body, boolean guarded) {

    public Post {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** JSON to a service whose address is a setting. */
    static Post json(String url, Map<String, String> headers, String body) {
        var all = new LinkedHashMap<String, String>();
        all.put("Content-Type", "application/json");
        all.putAll(headers);
        return new Post(url, all, body, false);
    }

    /** The same, to where a customer or an operator says. */
    Post to(boolean leadsOutOnly) {
        return new Post(url, headers, body, leadsOutOnly);
    }

    /** Address and headers are secrets of some channels. */
    @Override
    public String toString() {
        return "Post of " + body.length() + " characters";
    }
}
