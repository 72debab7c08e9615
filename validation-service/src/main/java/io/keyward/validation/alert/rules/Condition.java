package io.keyward.validation.alert.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that people have to know of, as it is now.
 *
 * @param certainty whether it is enough to open an alert
 * @param agedFrom since when what it is about grows older; null where nobody asks for an age
 */
public record Condition(
        AlertType type,
        Subject subject,
        Certainty certainty,
        Content content,
        @Nullable Instant agedFrom) {

    /** Two levels, so that an alert neither opens too soon nor closes and opens again while nothing has been learned. */
    public enum Certainty {
        /** Opens an alert, or updates the open one. */
        HOLDS,
        /** Opens nothing; an alert that is open stays as it is. */
        NOT_SEEN_TO_END
    }

    /** Whether this is about the same as something of that type and subject. */
    boolean isAbout(AlertType otherType, String subjectId) {
        return type == otherType && subject.id().equals(subjectId);
    }

    static Condition holds(AlertType type, Subject subject, Content content) {
        return new Condition(type, subject, Certainty.HOLDS, content, null);
    }

    static Condition notSeenToEnd(AlertType type, Subject subject, Content content) {
        return new Condition(type, subject, Certainty.NOT_SEEN_TO_END, content, null);
    }

    /** Something that has been growing older since {@code from}. */
    static Condition ages(AlertType type, Subject subject, Content content, Instant from) {
        return new Condition(type, subject, Certainty.HOLDS, content, from);
    }
}
