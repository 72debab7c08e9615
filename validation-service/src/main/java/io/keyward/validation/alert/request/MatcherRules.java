package io.keyward.validation.alert.request;

import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.configuration.Matcher;
import io.keyward.validation.alert.configuration.Matcher.Field;
import io.keyward.validation.alert.configuration.Matcher.Operator;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a configuration may be limited to. */
final class MatcherRules {
    private static final int MOST = 25;
    private static final int LONGEST_EXPRESSION = 255;

    private MatcherRules() {}

    static List<Matcher> read(@Nullable List<MatcherRequest> sent, AlertType type) {
        if (sent == null) {
            return List.of();
        }
        Demands.within("matchers", sent.size(), 0, MOST);
        return IntStream.range(0, sent.size())
                .mapToObj(index -> read("matchers[" + index + "]", sent.get(index), type))
                .toList();
    }

    private static Matcher read(String path, MatcherRequest sent, AlertType type) {
        var field = constant(path + ".fieldName", sent.fieldName(), Field.values());
        var operator = constant(path + ".operator", sent.operator(), Operator.values());
        if (field != Field.CLUSTER_NAME || !type.isAboutCluster()) {
            throw Demands.unusable(
                    path + ".fieldName",
                    type.isAboutCluster()
                            ? "must be CLUSTER_NAME: alerts of this type know nothing else"
                            : "cannot be used: alerts of this type concern the whole project, and matchers must be empty");
        }
        var value = Demands.text(path + ".value", sent.value());
        if (value.length() > LONGEST_EXPRESSION) {
            throw Demands.unusable(path + ".value", "must not be longer than " + LONGEST_EXPRESSION + " characters");
        }
        var matcher = new Matcher(field, operator, value);
        if (!matcher.isSound()) {
            throw Demands.unusable(
                    path + ".value",
                    "must be a regular expression in RE2 syntax: no look-around, no back-references, at most one counted repetition");
        }
        return matcher;
    }

    private static <E extends Enum<E>> E constant(String path, @Nullable String sent, E[] values) {
        var name = Demands.text(path, sent);
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Demands.notOneOf(
                        path, Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
