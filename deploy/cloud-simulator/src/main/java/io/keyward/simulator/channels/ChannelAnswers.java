package io.keyward.simulator.channels;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** What each service checks, and what it answers then. */
final class ChannelAnswers {
    private static final int LONGEST_SLACK_HEADER = 150;
    private static final int LONGEST_SUMMARY = 1024;
    private static final int LONGEST_OPS_GENIE_MESSAGE = 130;
    private static final List<String> SEVERITIES = List.of("critical", "error", "warning", "info");
    private static final List<String> MESSAGE_TYPES =
            List.of("CRITICAL", "WARNING", "ACKNOWLEDGEMENT", "INFO", "RECOVERY");

    private ChannelAnswers() {}

    static Reply answer(ChannelKind kind, Arrival arrival) {
        return switch (kind) {
            case SLACK -> slack(arrival);
            case TEAMS -> teams(arrival);
            case PAGER_DUTY -> pagerDuty(arrival);
            case OPS_GENIE -> opsGenie(arrival);
            case DATADOG -> datadog(arrival);
            case VICTOR_OPS -> victorOps(arrival);
            case WEBHOOK -> Reply.of(200, new JsonObject().put("received", true));
        };
    }

    /** Says with status 200 that it refuses. Bots' tokens begin with {@code xoxb-}; a channel called {@code gone} is not there. */
    private static Reply slack(Arrival arrival) {
        if (!arrival.path().equals("/chat.postMessage")) {
            return slackRefuses("unknown_method");
        }
        var token = arrival.header("authorization").map(value -> value.replaceFirst("^Bearer ", ""));
        if (token.isEmpty() || !token.get().startsWith("xoxb-")) {
            return slackRefuses(token.isEmpty() ? "not_authed" : "invalid_auth");
        }
        var message = arrival.json().orElseGet(JsonObject::new);
        var channel = message.getString("channel", "");
        if (channel.isBlank() || channel.replace("#", "").equals("gone")) {
            return slackRefuses("channel_not_found");
        }
        if (message.getString("text", "").isBlank()
                && message.getJsonArray("blocks", new JsonArray()).isEmpty()) {
            return slackRefuses("no_text");
        }
        boolean tooLong = message.getJsonArray("blocks", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .filter(block -> block.getString("type", "").equals("header"))
                .anyMatch(block -> block.getJsonObject("text").getString("text").length() > LONGEST_SLACK_HEADER);
        return tooLong
                ? slackRefuses("invalid_blocks")
                : Reply.of(
                        200,
                        new JsonObject().put("ok", true).put("channel", channel).put("ts", "1.000100"));
    }

    private static Reply slackRefuses(String error) {
        return Reply.of(200, new JsonObject().put("ok", false).put("error", error));
    }

    private static Reply teams(Arrival arrival) {
        boolean card = arrival.json()
                .filter(message -> message.getString("type", "").equals("message"))
                .map(message -> message.getJsonArray("attachments", new JsonArray()))
                .filter(attachments -> !attachments.isEmpty())
                .map(attachments -> attachments.getJsonObject(0))
                .filter(first -> first.getString("contentType", "").equals("application/vnd.microsoft.card.adaptive"))
                .map(first -> first.getJsonObject("content", new JsonObject()))
                .filter(content -> content.getString("type", "").equals("AdaptiveCard"))
                .isPresent();
        return card ? new Reply(202, "") : new Reply(400, "Bad payload received by generic incoming webhook.");
    }

    private static Reply pagerDuty(Arrival arrival) {
        if (!arrival.path().equals("/v2/enqueue")) {
            return new Reply(404, "");
        }
        var event = arrival.json().orElseGet(JsonObject::new);
        var wrong = wrongWith(event);
        if (wrong.isPresent()) {
            return Reply.of(
                    400,
                    new JsonObject()
                            .put("status", "invalid event")
                            .put("message", "Event object is invalid")
                            .put("errors", new JsonArray().add(wrong.get())));
        }
        return Reply.of(
                202,
                new JsonObject()
                        .put("status", "success")
                        .put("message", "Event processed")
                        .put("dedup_key", event.getString("dedup_key")));
    }

    private static Optional<String> wrongWith(JsonObject event) {
        if (!event.getString("routing_key", "").matches("[A-Za-z0-9]{32}")) {
            return Optional.of("Length of 'routing_key' is incorrect (should be 32 characters)");
        }
        return switch (event.getString("event_action", "")) {
            case "trigger" -> wrongWithPayload(event.getJsonObject("payload", new JsonObject()));
            case "acknowledge", "resolve" ->
                event.getString("dedup_key", "").isBlank()
                        ? Optional.of("'dedup_key' is missing or blank")
                        : Optional.empty();
            default -> Optional.of("'event_action' is missing or blank");
        };
    }

    private static Optional<String> wrongWithPayload(JsonObject payload) {
        if (payload.getString("summary", "").isBlank()
                || payload.getString("summary").length() > LONGEST_SUMMARY) {
            return Optional.of("'payload.summary' is missing or blank");
        }
        if (payload.getString("source", "").isBlank()) {
            return Optional.of("'payload.source' is missing or blank");
        }
        return SEVERITIES.contains(payload.getString("severity", ""))
                ? Optional.empty()
                : Optional.of("'payload.severity' is invalid (must be one of the following: " + SEVERITIES + ")");
    }

    private static Reply opsGenie(Arrival arrival) {
        if (arrival.header("authorization")
                .filter(value -> value.matches("GenieKey \\S+"))
                .isEmpty()) {
            return Reply.of(401, new JsonObject().put("message", "Could not authenticate"));
        }
        boolean closes = arrival.path().matches("/v2/alerts/[^/]+/close\\?identifierType=alias");
        if (!closes && !arrival.path().equals("/v2/alerts")) {
            return Reply.of(404, new JsonObject().put("message", "Not found"));
        }
        var message = arrival.json().orElseGet(JsonObject::new).getString("message", "");
        if (!closes && (message.isBlank() || message.length() > LONGEST_OPS_GENIE_MESSAGE)) {
            return Reply.of(
                    422, new JsonObject().put("message", "Request body is not processable. Please check the errors."));
        }
        return Reply.of(
                202, new JsonObject().put("result", "Request will be processed").put("requestId", "r-1"));
    }

    private static Reply datadog(Arrival arrival) {
        if (arrival.header("dd-api-key").isEmpty()) {
            return Reply.of(403, new JsonObject().put("errors", new JsonArray().add("Forbidden")));
        }
        var event = arrival.json().orElseGet(JsonObject::new);
        boolean whole = arrival.path().equals("/api/v1/events")
                && !event.getString("title", "").isBlank()
                && !event.getString("text", "").isBlank();
        return whole
                ? Reply.of(202, new JsonObject().put("status", "ok"))
                : Reply.of(400, new JsonObject().put("errors", new JsonArray().add("title and text are required")));
    }

    private static Reply victorOps(Arrival arrival) {
        var alert = arrival.json().orElseGet(JsonObject::new);
        return MESSAGE_TYPES.contains(alert.getString("message_type", ""))
                ? Reply.of(
                        200, new JsonObject().put("result", "success").put("entity_id", alert.getString("entity_id")))
                : Reply.of(200, new JsonObject().put("result", "failure").put("message", "No message_type"));
    }
}
