package io.keyward.validation.alert.rules;

/**
 * Something that people have to know of, as it is now.
 *
 * @param certainty whether it is enough to open an alert
 */
public record Condition(AlertType type, Subject subject, Certainty certainty, Content content) {

    /** Two levels, so that an alert neither opens too soon nor closes and opens again while nothing has been learned. */
    public enum Certainty {
        /** Opens an alert, or updates the open one. */
        HOLDS,
        /** Opens nothing; an alert that is open stays as it is. */
        NOT_SEEN_TO_END
    }

    static Condition holds(AlertType type, Subject subject, Content content) {
        return new Condition(type, subject, Certainty.HOLDS, content);
    }

    static Condition notSeenToEnd(AlertType type, Subject subject, Content content) {
        return new Condition(type, subject, Certainty.NOT_SEEN_TO_END, content);
    }
}
