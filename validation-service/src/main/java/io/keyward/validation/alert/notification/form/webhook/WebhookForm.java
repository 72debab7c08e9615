package io.keyward.validation.alert.notification.form.webhook;

import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.form.Destination;
import io.keyward.validation.alert.notification.form.Post;
import io.keyward.validation.alert.notification.form.Wording;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A signed HTTP request. */
public final class WebhookForm {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final int LONGEST_VALUE = 2000;
    /** What templates cannot say: whose request it is, and how it is carried. */
    private static final List<String> OURS = List.of("keyward-", "x-mms-");

    private static final List<String> CARRIAGE = List.of(
            "host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer", "expect", "via");

    private WebhookForm() {}

    /**
     * @param deliveryId the same whenever it is sent again
     * @param now when it is sent; signed with it
     */
    public static Post post(Destination.Webhook webhook, Notice notice, String deliveryId, Instant now) {
        var document = WebhookDocument.of(notice, deliveryId);
        var body = body(webhook, document);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", contentType(webhook));
        headers.put("User-Agent", "Keyward");
        Optional.ofNullable(webhook.headersTemplate())
                .ifPresent(template -> headers(template, document).forEach((name, value) -> put(headers, name, value)));
        headers.put("Keyward-Delivery", deliveryId);
        headers.put("Keyward-Timestamp", Long.toString(now.getEpochSecond()));
        headers.put("X-MMS-Event", event(notice));
        Optional.ofNullable(webhook.secret()).ifPresent(secret -> {
            headers.put("Keyward-Signature", Signatures.v1(secret, now.getEpochSecond(), body));
            headers.put("X-MMS-Signature", Signatures.mms(secret, body));
        });
        return new Post(webhook.url(), headers, body, webhook.guarded());
    }

    private static String body(Destination.Webhook webhook, JsonObject document) {
        return Optional.ofNullable(webhook.bodyTemplate())
                .map(template -> WebhookTemplate.isJson(template)
                        ? WebhookTemplate.json(template, document)
                        : WebhookTemplate.plain(template, document))
                .orElseGet(document::encode);
    }

    private static String contentType(Destination.Webhook webhook) {
        return Optional.ofNullable(webhook.bodyTemplate())
                .filter(template -> !WebhookTemplate.isJson(template))
                .map(template -> "text/plain; charset=utf-8")
                .orElse("application/json");
    }

    /** A JSON object of texts, or a line for each header. */
    private static Map<String, String> headers(String template, JsonObject document) {
        var headers = new LinkedHashMap<String, String>();
        if (WebhookTemplate.isJson(template)) {
            try {
                new JsonObject(WebhookTemplate.json(template, document))
                        .forEach(header -> headers.put(header.getKey(), String.valueOf(header.getValue())));
            } catch (DecodeException e) {
                // no headers are better than no notice
            }
            return headers;
        }
        template.lines()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> headers.put(parts[0].strip(), WebhookTemplate.plain(parts[1], document)));
        return headers;
    }

    private static void put(Map<String, String> headers, String name, String value) {
        var lower = name.toLowerCase(Locale.ROOT);
        boolean ours = CARRIAGE.contains(lower) || OURS.stream().anyMatch(lower::startsWith);
        if (NAME.matcher(name).matches() && !ours) {
            headers.keySet().removeIf(known -> known.equalsIgnoreCase(name));
            headers.put(name, printable(Wording.atMost(LONGEST_VALUE, value)));
        }
    }

    /** A header is one line of ASCII. */
    private static String printable(String value) {
        return Wording.oneLine(value).replaceAll("[^\\x20-\\x7e]", "?").strip();
    }

    private static String event(Notice notice) {
        if (notice.onlyTries()) {
            return "alert.inform";
        }
        return switch (notice.occasion()) {
            case OPENED -> "alert.open";
            case REMINDED -> "alert.update";
            case RECOVERED -> "alert.close";
        };
    }
}
