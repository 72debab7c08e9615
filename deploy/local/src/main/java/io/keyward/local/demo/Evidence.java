package io.keyward.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** A check's evidence, as lines for people. */
final class Evidence {
    private Evidence() {}

    /** {@code check} is an entry of the history of key checks. */
    static String describe(JsonNode check) {
        StringBuilder lines = new StringBuilder("check: ")
                .append(check.path("outcome").asText())
                .append(' ')
                .append(check.path("reason").asText(""))
                .append(": ")
                .append(check.path("explanation").asText());
        check.path("calls").forEach(call -> lines.append("\n  ").append(describeCall(call)));
        String remedy = check.path("remedy").asText("");
        return remedy.isEmpty()
                ? lines.toString()
                : lines.append("\nremedy: ").append(remedy).toString();
    }

    private static String describeCall(JsonNode call) {
        return "%s in %s: %s %s (request %s, %d ms)"
                .formatted(
                        call.path("operation").asText(),
                        call.path("region").asText(),
                        call.path("code").asText(),
                        call.path("message").asText(""),
                        call.path("requestId").asText("none"),
                        call.path("latencyMillis").asLong());
    }
}
