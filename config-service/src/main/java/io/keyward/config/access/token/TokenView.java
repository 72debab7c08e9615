package io.keyward.config.access.token;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A token as it is answered; never printed. */
record TokenView(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("token_type") String tokenType) {

    @Override
    public String toString() {
        return "TokenView[" + tokenType + ", " + expiresIn + " s]";
    }
}
