package io.keyward.messaging.relay;

/** What became of a batch. Anything else, an unreachable broker or a newer relay, is an exception and ends the term. */
sealed interface Sending {

    /** All of it is committed on Kafka. */
    record Sent() implements Sending {}

    /** Nothing of it is on Kafka, because Kafka does not take this one row, and would not later either without a change. */
    record Refused(OutboxRow row, String error) implements Sending {}
}
