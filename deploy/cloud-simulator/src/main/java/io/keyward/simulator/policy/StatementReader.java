package io.keyward.simulator.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one statement of a policy, with AWS's liberty to write one string where a list is meant. */
final class StatementReader {

    private static final Set<String> KNOWN = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    private StatementReader() {}

    static Statement read(JsonNode node) {
        node.fieldNames().forEachRemaining(StatementReader::refuseUnknown);
        if (!node.has("Action") && !node.has("NotAction")) {
            throw new MalformedPolicyException("Policy statement must contain actions.");
        }
        return new Statement(
                allows(node.path("Effect").asText()),
                lowerCase(strings(node.get("Action"))),
                lowerCase(strings(node.get("NotAction"))),
                strings(node.get("Resource")),
                strings(node.get("NotResource")),
                principals(node),
                conditions(node.path("Condition")));
    }

    private static void refuseUnknown(String field) {
        if (!KNOWN.contains(field)) {
            throw new MalformedPolicyException("Unknown field " + field);
        }
    }

    private static boolean allows(String effect) {
        return switch (effect) {
            case "Allow" -> true;
            case "Deny" -> false;
            default -> throw new MalformedPolicyException("Invalid effect: " + effect);
        };
    }

    private static Statement.Principals principals(JsonNode node) {
        boolean written = node.has("Principal") || node.has("NotPrincipal");
        return new Statement.Principals(written, named(node.get("Principal")), named(node.get("NotPrincipal")));
    }

    /** Services and federated identities never call here, so only AWS principals are kept. */
    private static List<String> named(@Nullable JsonNode principal) {
        if (principal == null) {
            return List.of();
        }
        return principal.isTextual() ? strings(principal) : strings(principal.get("AWS"));
    }

    private static List<Condition> conditions(JsonNode operators) {
        List<Condition> conditions = new ArrayList<>();
        operators.properties().forEach(operator -> operator.getValue()
                .properties()
                .forEach(
                        key -> conditions.add(Condition.of(operator.getKey(), key.getKey(), strings(key.getValue())))));
        return List.copyOf(conditions);
    }

    private static List<String> lowerCase(List<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
    }

    private static List<String> strings(@Nullable JsonNode node) {
        if (node == null) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (JsonNode value : node.isArray() ? node : List.of(node)) {
            if (!value.isValueNode()) {
                throw new MalformedPolicyException("Syntax errors in policy.");
            }
            values.add(value.asText());
        }
        return List.copyOf(values);
    }
}
