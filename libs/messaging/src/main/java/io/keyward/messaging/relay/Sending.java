package io.keyward.messaging.relay;

/** What became of a batch. Anything else, an unreachable broker or a newer relay, is an exception and ends the term. */
sealed interface Sending {

    /** All of it is committed on Kafka. */
    record Sent() implements Sending {}

    /**
     * Nothing of it is on Kafka, because Kafka does not take one of its rows, and would not later either without a change. Which one is
     * known only of a batch of one: a transaction fails as a whole, and all its rows with the same error.
     */
    record Refused(String error) implements Sending {}
}
