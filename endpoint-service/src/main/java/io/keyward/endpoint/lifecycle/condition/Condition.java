package io.keyward.endpoint.lifecycle.condition;

import java.time.Instant;

/**
 * One statement about an endpoint.
 *
 * @param type what is stated, one of the constants of {@link Conditions}
 * @param reason why it has this status, in one CamelCase word that scripts may rely on
 * @param message for a person
 * @param lastTransitionTime when the status became what it is
 */
public record Condition(String type, Status status, String reason, String message, Instant lastTransitionTime) {

    /** Whether the statement holds. */
    public enum Status {
        TRUE,
        FALSE,
        UNKNOWN
    }
}
