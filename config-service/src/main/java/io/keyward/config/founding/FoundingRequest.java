package io.keyward.config.founding;

import org.jspecify.annotations.Nullable;

/** Body of POST: an organisation, who owns it, and what its first API key is for. */
record FoundingRequest(
        @Nullable String name,
        @Nullable Owner owner,
        @Nullable Key apiKey) {

    /** A person. */
    record Owner(@Nullable String name, @Nullable String email) {}

    /** What the key is for, in words. */
    record Key(@Nullable String desc) {}
}
