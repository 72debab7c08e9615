package io.keyward.endpoint.lifecycle;

/** What a look at the cloud showed of one endpoint. */
public sealed interface Observation {

    /** The cloud answered, and has nothing of it. */
    record Absent() implements Observation {}

    /** It is being made. */
    record Pending(String ref) implements Observation {}

    /** It is made, and the other side has to let it in. */
    record PendingApproval(String ref) implements Observation {}

    /** It works. */
    record Up(String ref, String address) implements Observation {}

    /**
     * It is there and does not work, nor will it: it failed, or the other side rejected it.
     *
     * @param reason for a person, in the cloud's words
     */
    record Refused(String ref, String reason) implements Observation {}

    /** It is being removed. */
    record GoingAway(String ref) implements Observation {}

    /**
     * We could not look. Says nothing about the endpoint.
     *
     * @param cause for an operator
     */
    record Unseen(String cause) implements Observation {}
}
