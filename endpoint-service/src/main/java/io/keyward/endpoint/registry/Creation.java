package io.keyward.endpoint.registry;

/** What became of the wish for an endpoint. */
public sealed interface Creation {

    /** It is recorded, and will be made. */
    record Created(Endpoint endpoint) implements Creation {}

    /** The region has a replacement that nobody had asked for: from now on it is the one that was asked for. */
    record Adopted(Endpoint endpoint) implements Creation {}

    /** The project was closed to new endpoints after it was admitted: nothing is recorded. A fresh admission may change that. */
    record Closed() implements Creation {}

    /** The project has one in this region, which may be on its way out: nothing is recorded. */
    record AlreadyExists(Endpoint endpoint) implements Creation {}
}
