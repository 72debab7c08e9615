package io.keyward.validation.alert.notification.form.webhook;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with places for fields of the document: {@code ${keyward.title}}. Nothing in it is run. A field that is not there leaves its place empty; lists and
 * objects are written as JSON.
 */
final class WebhookTemplate {
    private static final Pattern PLACE = Pattern.compile("\\$\\{\\s*([A-Za-z]+(?:\\.[A-Za-z]+)*)\\s*}");

    private WebhookTemplate() {}

    /** With fields as they are. */
    static String plain(String template, JsonObject document) {
        return fill(template, document, false);
    }

    /** With fields as they may stand between the quotes of a JSON text. */
    static String json(String template, JsonObject document) {
        return fill(template, document, true);
    }

    /** Whether a template is meant to become JSON. */
    static boolean isJson(String template) {
        var text = template.stripLeading();
        return text.startsWith("{") || text.startsWith("[");
    }

    private static String fill(String template, JsonObject document, boolean escaped) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(text(value(document, place.group(1)), escaped)));
    }

    private static Optional<Object> value(JsonObject document, String path) {
        @Nullable Object found = document;
        for (var name : path.split("\\.")) {
            found = found instanceof JsonObject object ? object.getValue(name) : null;
        }
        return Optional.ofNullable(found);
    }

    private static String text(Optional<Object> value, boolean escaped) {
        return value.map(found -> switch (found) {
                    case JsonObject object -> object.encode();
                    case JsonArray array -> array.encode();
                    default -> escaped ? inQuotes(found.toString()) : found.toString();
                })
                .orElse("");
    }

    private static String inQuotes(String text) {
        var quoted = Json.encode(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
