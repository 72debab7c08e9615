package io.keyward.local.demo.telling;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.demo.outside.Mailbox.Mail;
import java.util.stream.Collectors;

/** Why something was judged as it was, as lines for people. */
public final class Evidence {
    private Evidence() {}

    /** {@code check} is an entry of the history of key checks. */
    public static String ofCheck(JsonNode check) {
        String told = "check in %s: %s %s"
                .formatted(
                        check.path("region").asText(),
                        check.path("outcome").asText(),
                        check.path("reason").asText(""));
        return told.strip() + "\n" + of(check);
    }

    /** {@code alert} is one of the alerts API. */
    public static String ofAlert(JsonNode alert) {
        JsonNode background = alert.path("keyward");
        String clusters =
                background.path("clusters").findValuesAsText("name").stream().collect(Collectors.joining(", "));
        return "alert %s: %s, since %s%s"
                        .formatted(
                                alert.path("status").asText(),
                                alert.path("eventTypeName").asText(),
                                background
                                        .path("since")
                                        .asText(alert.path("created").asText()),
                                clusters.isEmpty() ? "" : ", clusters: " + clusters)
                + "\n" + of(background);
    }

    public static String ofMail(Mail mail) {
        return "mail to " + mail.to() + ": " + mail.subject() + "\n"
                + mail.text().lines().map(line -> "  | " + line).collect(Collectors.joining("\n"));
    }

    private static String of(JsonNode evidence) {
        StringBuilder lines =
                new StringBuilder("  ").append(evidence.path("explanation").asText());
        evidence.path("calls").forEach(call -> lines.append("\n  ").append(ofCall(call)));
        String remedy = evidence.path("remedy").asText("");
        return remedy.isEmpty()
                ? lines.toString()
                : lines.append("\n  remedy: ").append(remedy).toString();
    }

    private static String ofCall(JsonNode call) {
        return "%s in %s, %s: %s %s (request %s, %d ms)"
                .formatted(
                        call.path("operation").asText(),
                        call.path("region").asText(),
                        call.path("path").asText(),
                        call.path("code").asText(),
                        call.path("message").asText(""),
                        call.path("requestId").asText("none"),
                        call.path("latencyMillis").asLong());
    }
}
