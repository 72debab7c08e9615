package io.keyward.validation.alert.notification.form;

import io.keyward.validation.alert.notification.Notice;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An Adaptive Card for a workflow or connector of Microsoft Teams that takes web requests. */
final class TeamsForm {
    private TeamsForm() {}

    static Post post(Destination.Teams teams, Notice notice, String deliveryId) {
        var card = new JsonObject()
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.4")
                .put("body", body(notice));
        var message = new JsonObject()
                .put("type", "message")
                .put(
                        "attachments",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("contentType", "application/vnd.microsoft.card.adaptive")
                                        .put("content", card)));
        return Post.json(teams.url(), Map.of("Keyward-Delivery", deliveryId), message.encode())
                .to(teams.guarded());
    }

    private static JsonArray body(Notice notice) {
        var body = new JsonArray()
                .add(block(Wording.title(notice))
                        .put("size", "Large")
                        .put("weight", "Bolder")
                        .put("color", color(notice)));
        Stream.of(notice.explanation(), Wording.clusters(notice, "- "))
                .filter(words -> !words.isEmpty())
                .map(TeamsForm::block)
                .forEach(body::add);
        body.add(new JsonObject().put("type", "FactSet").put("facts", facts(notice)));
        Stream.of(
                        Wording.period(notice),
                        Wording.remedy(notice),
                        Optional.ofNullable(notice.next()).orElse(""))
                .filter(words -> !words.isEmpty())
                .map(TeamsForm::block)
                .forEach(body::add);
        return body.add(block(Wording.reference(notice)).put("size", "Small").put("isSubtle", true));
    }

    private static JsonArray facts(Notice notice) {
        var facts = new JsonArray();
        Wording.facts(notice)
                .forEach(fact ->
                        facts.add(new JsonObject().put("title", fact.label()).put("value", fact.value())));
        return facts;
    }

    private static JsonObject block(String words) {
        return new JsonObject().put("type", "TextBlock").put("text", words).put("wrap", true);
    }

    private static String color(Notice notice) {
        return switch (notice.occasion()) {
            case RECOVERED -> "Good";
            case OPENED, REMINDED ->
                switch (notice.severity()) {
                    case CRITICAL, ERROR -> "Attention";
                    case WARNING -> "Warning";
                    case INFO -> "Default";
                };
        };
    }
}
