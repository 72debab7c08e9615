package io.keyward.validation.alert.notification.form;

import io.keyward.validation.alert.notification.Notice;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** An event of Datadog's Events API. All that is told about one alert has the same aggregation key. */
final class DatadogForm {
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TEXT = 4000;

    private DatadogForm() {}

    static Post post(Destination.Datadog datadog, Notice notice, ChannelUrls urls) {
        var tags = new JsonArray().add("source:keyward").add("alert_type:" + notice.type());
        notice.ofProject().ifPresent(project -> tags.add("project:" + project.id()));
        var event = new JsonObject()
                .put("title", Wording.atMost(LONGEST_TITLE, Wording.headline(notice)))
                .put("text", Wording.atMost(LONGEST_TEXT, MailForm.of(notice).body()))
                .put("aggregation_key", notice.id())
                .put("alert_type", type(notice))
                .put("priority", "normal")
                .put("tags", tags);
        return Post.json(
                urls.datadog(datadog.region()) + "/api/v1/events",
                Map.of("DD-API-KEY", datadog.apiKey()),
                event.encode());
    }

    private static String type(Notice notice) {
        return switch (notice.occasion()) {
            case RECOVERED -> "success";
            case OPENED, REMINDED ->
                switch (notice.severity()) {
                    case CRITICAL, ERROR -> "error";
                    case WARNING -> "warning";
                    case INFO -> "info";
                };
        };
    }
}
