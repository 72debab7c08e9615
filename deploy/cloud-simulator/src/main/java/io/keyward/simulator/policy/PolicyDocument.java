package io.keyward.simulator.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.simulator.policy.Statement.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A policy: its statements, in order. */
public record PolicyDocument(List<Statement> statements) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Reads a document, and refuses what it could not evaluate faithfully rather than ignoring it. */
    public static PolicyDocument parse(String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new MalformedPolicyException("Syntax errors in policy.");
        }
        if (!root.isObject() || !root.has("Statement")) {
            throw new MalformedPolicyException("Missing required field Statement");
        }
        JsonNode statement = root.get("Statement");
        List<Statement> statements = new ArrayList<>();
        for (JsonNode node : statement.isArray() ? statement : List.of(statement)) {
            statements.add(StatementReader.read(node));
        }
        return new PolicyDocument(List.copyOf(statements));
    }

    /** Whether it allows anything at all. A guardrail that only denies leaves the rest as it was. */
    boolean isAllowList() {
        return statements.stream().anyMatch(Statement::allows);
    }

    boolean denies(AccessRequest request) {
        return matching(request).anyMatch(statement -> !statement.allows());
    }

    /** How strongly it allows the request. */
    Grant allows(AccessRequest request) {
        return matching(request)
                .filter(Statement::allows)
                .map(statement -> statement.reaches(request.principal()))
                .reduce(Grant.NONE, (left, right) -> left.compareTo(right) >= 0 ? left : right);
    }

    private Stream<Statement> matching(AccessRequest request) {
        return statements.stream().filter(statement -> statement.matches(request));
    }
}
