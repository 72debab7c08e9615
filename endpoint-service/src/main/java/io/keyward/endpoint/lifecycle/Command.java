package io.keyward.endpoint.lifecycle;

/** What to ask of the cloud, or of whoever admits endpoints. Each may be repeated without harm: a request to create carries the endpoint's id as its token. */
public sealed interface Command {

    record Nothing() implements Command {}

    /** Make it. */
    record Create() implements Command {}

    /** Remove it. */
    record Delete(String ref) implements Command {}

    /** Get leave for another endpoint in its place, and record that one. */
    record Replace() implements Command {}
}
