package io.keyward.validation.provider;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that a cloud is known to answer to a check, and what we make of it.
 *
 * @param topic of several rows
 * @param operation that is answered
 * @param code the cloud's own, a state of the key, or a word for what the network does
 * @param message the cloud's words; {@code {key}} stands for the key's name
 * @param outcome of the check
 * @param reason of the outcome
 */
public record AnswerRow(
        String topic, String operation, String code, String message, When when, String outcome, String reason) {
    private static final String STATE = "(state)";
    private static final String NETWORK = "(network)";

    /** Under which circumstances a check is made. */
    public enum When {
        USUALLY("", true),
        NEVER_USED("never used before", false),
        OURSELVES("as an identity of ours that the customer let in", true);

        private final String words;
        private final boolean usedBefore;

        When(String words, boolean usedBefore) {
            this.words = words;
            this.usedBefore = usedBefore;
        }

        /** Whether the key worked before. */
        public boolean usedBefore() {
            return usedBefore;
        }
    }

    /** Reads a table: {@code =} begins a topic, any other line has the rest of a row, each part behind a {@code |}. */
    public static List<AnswerRow> parse(String table) {
        var rows = new ArrayList<AnswerRow>();
        var topic = "";
        for (var line : table.lines().filter(line -> !line.isBlank()).toList()) {
            if (line.startsWith("= ")) {
                topic = line.substring(2);
            } else {
                var parts = line.split("\\|", -1);
                rows.add(new AnswerRow(
                        topic,
                        parts[0].strip(),
                        parts[1].strip(),
                        parts[2].strip(),
                        When.valueOf(parts[3].strip()),
                        parts[4].strip(),
                        parts[5].strip()));
            }
        }
        return List.copyOf(rows);
    }

    /** Whether the key itself is in a state, and no call is answered oddly. */
    public boolean isState() {
        return operation.equals(STATE);
    }

    /** Whether nobody answers. */
    public boolean isNetwork() {
        return operation.equals(NETWORK);
    }

    public String message(String key) {
        return message.replace("{key}", key);
    }

    /** The rows as a table for people. */
    public static String print(String cloud, List<AnswerRow> rows) {
        var page = new StringBuilder(
                "\n| %s answers | to | if | Outcome | Reason |\n|---|---|---|---|---|\n".formatted(cloud));
        var topic = "";
        for (var row : rows) {
            if (!row.topic().equals(topic)) {
                topic = row.topic();
                page.append("| **").append(topic).append("** | | | | |\n");
            }
            page.append("| %s | %s | %s | `%s` | `%s` |\n"
                    .formatted(row.answer(), row.asked(), row.when().words, row.outcome(), row.reason()));
        }
        return page.append('\n').toString();
    }

    private String answer() {
        if (isNetwork() || isState()) {
            return code;
        }
        return message.isEmpty() ? "`" + code + "`" : "`" + code + "`: " + message.replace("{key}", "…");
    }

    private String asked() {
        return isNetwork() || isState() ? "any" : "`" + operation + "`";
    }

    @Override
    public String toString() {
        return topic + ": " + operation + " " + code + " " + message + " " + when.words;
    }
}
