package io.keyward.validation.alert.condition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that people have to know of, as it is now.
 *
 * @param certainty whether it is enough to open an alert
 * @param age how old what it is about is; null where nobody asks for an age
 */
public record Condition(
        AlertType type,
        Subject subject,
        Certainty certainty,
        Content content,
        @Nullable Age age) {

    /** Two levels, so that an alert neither opens too soon nor closes and opens again while nothing has been learned. */
    public enum Certainty {
        /** Opens an alert, or updates the open one. */
        HOLDS,
        /** Opens nothing; an alert that is open stays as it is. */
        NOT_SEEN_TO_END
    }

    /** Whether this is about the same as something of that type and subject. */
    public boolean isAbout(AlertType otherType, String subjectId) {
        return type == otherType && subject.id().equals(subjectId);
    }

    /**
     * Whether what {@code earlier} said of the same has since begun anew: it is younger, or has more time left. Then that has ended, whoever asks for what is
     * so now.
     */
    public boolean hasBegunAnewSince(Content earlier) {
        var deadline = content.deadline();
        var before = earlier.deadline();
        return (age != null && age.from().isAfter(earlier.since()))
                || (deadline != null && before != null && deadline.isAfter(before));
    }

    /** The same, since another moment. */
    public Condition since(Instant since) {
        return new Condition(type, subject, certainty, content.since(since), age);
    }

    /** Something that is so. */
    public static Condition holds(AlertType type, Subject subject, Content content) {
        return new Condition(type, subject, Certainty.HOLDS, content, null);
    }

    /** Something of which nothing was learned. */
    public static Condition notSeenToEnd(AlertType type, Subject subject, Content content) {
        return new Condition(type, subject, Certainty.NOT_SEEN_TO_END, content, null);
    }

    /** Something that grows older. */
    public static Condition ages(AlertType type, Subject subject, Content content, Age age) {
        return new Condition(type, subject, Certainty.HOLDS, content, age);
    }

    /**
     * How old something is.
     *
     * @param from since when it has been growing older
     * @param renewedAt when it is made anew by itself; null when nobody knows
     */
    public record Age(Instant from, @Nullable Instant renewedAt) {}
}
