package io.keyward.validation.alert.notification.form;

import io.keyward.validation.alert.notification.Notice;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** A request of Opsgenie's Alert API: creates an alert whose alias is the alert's id, or closes it. */
final class OpsGenieForm {
    private static final int LONGEST_MESSAGE = 130;
    private static final int LONGEST_DESCRIPTION = 15_000;

    private OpsGenieForm() {}

    static Post post(Destination.OpsGenie opsGenie, Notice notice, ChannelUrls urls) {
        var alerts = urls.opsGenie(opsGenie.region()) + "/v2/alerts";
        var key = Map.of("Authorization", "GenieKey " + opsGenie.apiKey());
        return switch (notice.occasion()) {
            case OPENED, REMINDED -> Post.json(alerts, key, created(notice).encode());
            case RECOVERED ->
                Post.json(
                        alerts + "/" + notice.id() + "/close?identifierType=alias",
                        key,
                        new JsonObject()
                                .put("source", "Keyward")
                                .put("note", notice.explanation())
                                .encode());
        };
    }

    private static JsonObject created(Notice notice) {
        return new JsonObject()
                .put("message", Wording.atMost(LONGEST_MESSAGE, Wording.title(notice)))
                .put("alias", notice.id())
                .put(
                        "description",
                        Wording.atMost(LONGEST_DESCRIPTION, MailForm.of(notice).body()))
                .put("details", Details.of(notice))
                .put("source", "Keyward")
                .put("entity", notice.type())
                .put("priority", priority(notice));
    }

    private static String priority(Notice notice) {
        return switch (notice.severity()) {
            case CRITICAL -> "P1";
            case ERROR -> "P2";
            case WARNING -> "P3";
            case INFO -> "P5";
        };
    }
}
