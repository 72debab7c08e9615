package io.keyward.validation.alert.configuration;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A limit by what an alert is about. Regular expressions are matched in a time that grows with the text alone (RE2), so that nobody's pattern can stand
 * still.
 *
 * @param value what is compared with; of {@code REGEX}, an expression that fits some part of the text
 */
public record Matcher(Field field, Operator operator, String value) {

    /** What can be asked of an alert, in the order in which the API lists it. Of ours, only alerts about a cluster know any of it: its name. */
    public enum Field {
        ATLAS_NODE_TYPE,
        CLUSTER_NAME,
        HOSTNAME,
        PORT,
        HOSTNAME_AND_PORT,
        APPLICATION_ID,
        REPLICA_SET_NAME,
        TYPE_NAME,
        SHARD_NAME
    }

    /** How it is compared. */
    public enum Operator {
        EQUALS,
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH,
        NOT_EQUALS,
        NOT_CONTAINS,
        REGEX
    }

    /** Whether the text fits. */
    boolean fits(String text) {
        return switch (operator) {
            case EQUALS -> text.equals(value);
            case CONTAINS -> text.contains(value);
            case STARTS_WITH -> text.startsWith(value);
            case ENDS_WITH -> text.endsWith(value);
            case NOT_EQUALS -> !text.equals(value);
            case NOT_CONTAINS -> !text.contains(value);
            case REGEX -> Pattern.compile(value).matcher(text).find();
        };
    }

    /** Whether the value can be used with the operator. A counted repetition of another one would cost as much memory as somebody likes. */
    public boolean isSound() {
        return operator != Operator.REGEX || (value.indexOf('{') == value.lastIndexOf('{') && compiles(value));
    }

    private static boolean compiles(String expression) {
        try {
            Pattern.compile(expression);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
