package io.keyward.validation.check;

import java.time.Instant;

/** The way to a key: the one that the clusters of its region take. */
public sealed interface KeyPath {

    /** A way that there is, so that the key can be asked. */
    sealed interface Open extends KeyPath {

        /** As evidence tells of it. */
        default Evidence.Path reported() {
            return switch (this) {
                case Public ignored -> Evidence.Path.PUBLIC;
                case Private ignored -> Evidence.Path.PRIVATE;
            };
        }
    }

    /**
     * Over the internet.
     *
     * @param provisional whether the project requires private networking and its region was never covered yet: a denial may come from a policy that
     *     insists on the endpoint that is still to come
     */
    record Public(boolean provisional) implements Open {}

    /**
     * Through the private endpoint of the region.
     *
     * @param reference the provider's id, for example {@code vpce-0a1b…}
     * @param address host name under which the key service answers through it
     * @param activeSince since when it can be used
     */
    record Private(String reference, String address, Instant activeSince) implements Open {}

    /**
     * There is none at present: the region was covered once, which keeps the key off the internet, and no endpoint can be used now. Nobody is asked.
     *
     * @param explanation for an operator: which endpoint, and what became of it
     * @param remedy for an operator: what to do
     */
    record Missing(String explanation, String remedy) implements KeyPath {}
}
