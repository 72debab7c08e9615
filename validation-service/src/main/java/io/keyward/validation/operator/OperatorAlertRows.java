package io.keyward.validation.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Operator alerts, written to rows and read from them. */
@ApplicationScoped
class OperatorAlertRows {
    private static final TypeReference<TreeMap<String, String>> FACTS = new TypeReference<>() {};

    private final ObjectMapper json;

    OperatorAlertRows(ObjectMapper json) {
        this.json = json;
    }

    /** Says in {@code row} what is so now; answers whether that is news. */
    boolean write(OperatorAlertEntity row, String explanation, String remedy, Map<String, String> facts, Instant now) {
        var written = write(new TreeMap<>(facts));
        if (explanation.equals(row.explanation) && remedy.equals(row.remedy) && written.equals(row.facts)) {
            return false;
        }
        row.explanation = explanation;
        row.remedy = remedy;
        row.facts = written;
        row.updatedAt = now;
        return true;
    }

    OperatorAlert toRecord(OperatorAlertEntity row) {
        return new OperatorAlert(
                row.id,
                row.type,
                row.explanation,
                row.remedy,
                read(row.facts),
                row.openedAt,
                row.updatedAt,
                row.closedAt,
                row.ending,
                row.revision);
    }

    private String write(TreeMap<String, String> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("the facts of an operator alert cannot be written", bug);
        }
    }

    private Map<String, String> read(String facts) {
        try {
            return json.readValue(facts, FACTS);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("the facts of an operator alert cannot be read", corrupt);
        }
    }
}
