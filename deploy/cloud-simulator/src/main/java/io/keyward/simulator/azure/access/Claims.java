package io.keyward.simulator.azure.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What an access token says.
 *
 * @param audience the resource it is for, without a slash at its end
 * @param objectId of the principal
 * @param expiresAt seconds since 1970
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Claims(
        @JsonProperty("aud") String audience,
        @JsonProperty("iss") String issuer,
        @JsonProperty("tid") String tenantId,
        @JsonProperty("appid") String clientId,
        @JsonProperty("oid") String objectId,
        @JsonProperty("iat") long issuedAt,
        @JsonProperty("nbf") long notBefore,
        @JsonProperty("exp") long expiresAt) {

    /** As services name a caller in what they say. */
    public String shown() {
        return "appid=" + clientId + ";oid=" + objectId + ";iss=" + issuer;
    }
}
