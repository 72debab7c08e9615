package io.keyward.endpoint.lifecycle;

/** What to ask of the cloud. Each may be repeated without harm: a request to create carries the endpoint's id as its token. */
public sealed interface Command {

    record Nothing() implements Command {}

    /** Make it. */
    record Create() implements Command {}

    /** Remove it. */
    record Delete(String ref) implements Command {}
}
