package io.keyward.e2e.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The services that notices go to, Slack and the like: what they received, and what they are to answer. */
public final class Channels {
    private final Control control;
    private final URI cloud;

    public Channels(URI cloud) {
        this.cloud = cloud;
        control = new Control(cloud);
    }

    /** Where a webhook may lead, for whoever looks for {@code mark} later. */
    public String webhook(String mark) {
        return cloud.resolve("/_channels/webhook/" + mark).toString();
    }

    /** A channel's address in Microsoft Teams. */
    public String teams(String mark) {
        return cloud.resolve("/_channels/teams/" + mark).toString();
    }

    /** The body of what was received, which has to be JSON. */
    public static JsonNode json(JsonNode received) {
        return Control.read(received.path("body").asText());
    }

    /** The next {@code times} notices to that service that have {@code mark} in them are answered with this status. */
    public void refuse(String channel, String mark, int status, int times) {
        control.put(
                "channels/" + channel,
                "{\"answer\":%d,\"delayMillis\":0,\"times\":%d,\"only\":\"%s\"}".formatted(status, times, mark));
    }

    /** What a service received, with {@code mark} somewhere in it, the newest last. */
    public List<JsonNode> received(String channel, String mark) {
        List<JsonNode> marked = new ArrayList<>();
        control.get("channels/" + channel + "/received").path("received").forEach(request -> {
            if (request.toString().contains(mark)) {
                marked.add(request);
            }
        });
        return marked;
    }
}
