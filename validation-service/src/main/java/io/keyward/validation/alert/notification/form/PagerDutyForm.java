package io.keyward.validation.alert.notification.form;

import io.keyward.validation.alert.notification.Notice;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;

/** An event of PagerDuty's Events API v2. The alert's id makes one incident of all that is told about it. */
final class PagerDutyForm {
    private static final int LONGEST_SUMMARY = 1024;

    private PagerDutyForm() {}

    static Post post(Destination.PagerDuty pagerDuty, Notice notice, ChannelUrls urls) {
        var event = new JsonObject()
                .put("routing_key", pagerDuty.routingKey())
                .put("event_action", action(notice))
                .put("dedup_key", notice.id());
        if (notice.endedAt() == null) {
            event.put("client", "Keyward").put("payload", payload(notice));
        }
        return Post.json(urls.pagerDuty(pagerDuty.region()) + "/v2/enqueue", Map.of(), event.encode());
    }

    private static String action(Notice notice) {
        return switch (notice.occasion()) {
            case OPENED, REMINDED -> "trigger";
            case RECOVERED -> "resolve";
        };
    }

    private static JsonObject payload(Notice notice) {
        return new JsonObject()
                .put("summary", Wording.atMost(LONGEST_SUMMARY, Wording.title(notice)))
                .put("source", "keyward")
                .put("severity", notice.severity().name().toLowerCase(Locale.ROOT))
                .put("timestamp", notice.since().toString())
                .put("class", notice.type())
                .put("custom_details", Details.of(notice));
    }
}
