package io.keyward.validation.alert.notification.form.webhook;

import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.Occasion;
import io.keyward.validation.alert.notification.form.MailForm;
import io.keyward.validation.alert.notification.form.Wording;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What a webhook is sent: the fields of an alert as the Atlas API calls them, and in {@code keyward} all that these have no place for. */
final class WebhookDocument {
    private WebhookDocument() {}

    static JsonObject of(Notice notice, String deliveryId) {
        var document = new JsonObject().put("id", notice.id());
        notice.ofProject().ifPresent(project -> document.put("groupId", project.id()));
        document.put("eventTypeName", notice.type())
                .put("status", notice.occasion() == Occasion.RECOVERED ? "CLOSED" : "OPEN")
                .put("created", notice.since().toString());
        Optional.ofNullable(notice.endedAt()).ifPresent(ended -> document.put("resolved", ended.toString()));
        return document.put("humanReadable", MailForm.of(notice).body()).put("keyward", background(notice, deliveryId));
    }

    private static JsonObject background(Notice notice, String deliveryId) {
        var background = new JsonObject()
                .put("deliveryId", deliveryId)
                .put("occasion", notice.occasion().name())
                .put("severity", notice.severity().name())
                .put("title", Wording.title(notice))
                .put("explanation", notice.explanation())
                .put("since", notice.since().toString());
        notice.ofProject()
                .ifPresent(project -> background.put(
                        "project", new JsonObject().put("id", project.id()).put("name", project.name())));
        Optional.ofNullable(notice.reason()).ifPresent(reason -> background.put("reason", reason));
        Optional.ofNullable(notice.endedAt()).ifPresent(ended -> background.put("endedAt", ended.toString()));
        Optional.ofNullable(notice.deadline()).ifPresent(until -> background.put("deadline", until.toString()));
        Optional.ofNullable(notice.remedy()).ifPresent(remedy -> background.put("remedy", remedy));
        Optional.ofNullable(notice.next()).ifPresent(next -> background.put("next", next));
        return background.put("facts", facts(notice)).put("clusters", clusters(notice));
    }

    private static JsonArray facts(Notice notice) {
        var facts = new JsonArray();
        notice.facts()
                .forEach(fact ->
                        facts.add(new JsonObject().put("label", fact.label()).put("value", fact.value())));
        return facts;
    }

    private static JsonArray clusters(Notice notice) {
        var clusters = new JsonArray();
        notice.clusters().forEach(cluster -> {
            var one = new JsonObject().put("name", cluster.name());
            Optional.ofNullable(cluster.fate()).ifPresent(fate -> one.put("fate", fate));
            clusters.add(one);
        });
        return clusters;
    }
}
