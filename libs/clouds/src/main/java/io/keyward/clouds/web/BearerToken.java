package io.keyward.clouds.web;

import org.jspecify.annotations.Nullable;

/**
 * What opens a cloud for a while.
 *
 * @param requestId the cloud's id of the request that it was given for; null when it told none
 * @param cached whether it was obtained earlier
 */
public record BearerToken(String value, @Nullable String requestId, boolean cached) {

    BearerToken fromCache() {
        return new BearerToken(value, requestId, true);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "BearerToken[cached=" + cached + "]";
    }
}
