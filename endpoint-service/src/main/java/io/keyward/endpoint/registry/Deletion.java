package io.keyward.endpoint.registry;

/** What became of the wish to be rid of an endpoint. */
public sealed interface Deletion {

    /** It is on its way out, since now or since before. */
    record Requested(Endpoint endpoint) implements Deletion {}

    /** The project has no such endpoint, or has it no more. */
    record Unknown() implements Deletion {}
}
