package io.keyward.validation.alert.notification.form;

import io.keyward.validation.alert.notification.Notice;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** An alert for the REST endpoint of VictorOps (Splunk On-Call). The alert's id makes one incident of all that is told about it. */
final class VictorOpsForm {
    private static final String EVERYBODY = "everyone";

    private VictorOpsForm() {}

    static Post post(Destination.VictorOps victorOps, Notice notice, ChannelUrls urls) {
        var routing = Optional.ofNullable(victorOps.routingKey()).orElse(EVERYBODY);
        var alert = new JsonObject()
                .put("message_type", type(notice))
                .put("entity_id", notice.id())
                .put("entity_display_name", Wording.title(notice))
                .put("state_message", MailForm.of(notice).body())
                .put("state_start_time", notice.since().getEpochSecond())
                .put("monitoring_tool", "Keyward");
        return Post.json(
                urls.victorOps() + "/" + encoded(victorOps.apiKey()) + "/" + encoded(routing),
                Map.of(),
                alert.encode());
    }

    private static String type(Notice notice) {
        return switch (notice.occasion()) {
            case RECOVERED -> "RECOVERY";
            case OPENED, REMINDED ->
                switch (notice.severity()) {
                    case CRITICAL, ERROR -> "CRITICAL";
                    case WARNING -> "WARNING";
                    case INFO -> "INFO";
                };
        };
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
