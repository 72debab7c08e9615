package io.keyward.endpoint.lifecycle;

/** What came of a {@link Command}: what the cloud said to it, or whoever admits endpoints. */
public sealed interface Answer {

    /** It is under way, under this id of the provider. */
    record Accepted(String ref) implements Answer {}

    /**
     * It was refused, and would be again.
     *
     * @param message for a person: why, and what to do
     */
    record Refused(String message) implements Answer {}

    /**
     * There was no answer, or one that asks for patience. The request may have been carried out all the same.
     *
     * @param message for a person
     */
    record TryLater(String message) implements Answer {}

    /**
     * The project may have a replacement. To {@link Command.Replace} only.
     *
     * @param successor id that the replacement gets
     * @param stamp up to which closing of the project this counts
     */
    record Admitted(String successor, long stamp) implements Answer {}
}
