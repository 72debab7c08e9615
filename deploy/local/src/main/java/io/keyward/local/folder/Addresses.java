package io.keyward.local.folder;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Where a running stack is and how to get in: the content of {@code local.json}.
 *
 * @param baseUrl the API
 * @param tlsBaseUrl the API over TLS
 * @param caFile PEM file of the authority to trust there
 * @param clientId first service account, of the same organisation and roles as the first API key
 * @param kafka value for {@code bootstrap.servers}
 * @param cloudUrl endpoint of the simulated clouds, for the SDKs' endpoint override
 * @param mailUrl where the mails that were sent can be read, as JSON; {@code ?to=} asks for one recipient's
 * @param awsAccountId the tenant's account
 * @param demoRoleArn a role that trusts Keyward with any external id
 * @param demoKeyArn a multi-Region key with a replica in EU_WEST_1
 */
@JsonPropertyOrder({
    "baseUrl",
    "tlsBaseUrl",
    "caFile",
    "orgId",
    "publicKey",
    "privateKey",
    "clientId",
    "clientSecret",
    "kafka",
    "cloudUrl",
    "mailUrl",
    "awsAccountId",
    "demoRoleArn",
    "demoKeyArn"
})
public record Addresses(
        @JsonProperty String baseUrl,
        @JsonProperty String tlsBaseUrl,
        @JsonProperty String caFile,
        @JsonProperty String orgId,
        @JsonProperty String publicKey,
        @JsonProperty String privateKey,
        @JsonProperty String clientId,
        @JsonProperty String clientSecret,
        @JsonProperty String kafka,
        @JsonProperty String cloudUrl,
        @JsonProperty String mailUrl,
        @JsonProperty String awsAccountId,
        @JsonProperty String demoRoleArn,
        @JsonProperty String demoKeyArn) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The same stack with another cloud. */
    public Addresses withCloudUrl(String changed) {
        return new Addresses(
                baseUrl,
                tlsBaseUrl,
                caFile,
                orgId,
                publicKey,
                privateKey,
                clientId,
                clientSecret,
                kafka,
                changed,
                mailUrl,
                awsAccountId,
                demoRoleArn,
                demoKeyArn);
    }

    String toJson() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("addresses cannot be written", e);
        }
    }

    static Addresses parse(String json) {
        try {
            return JSON.readValue(json, Addresses.class);
        } catch (JsonProcessingException e) {
            // The cause quotes the text, which holds a secret.
            throw new IllegalStateException("local.json is damaged");
        }
    }

    @Override
    public String toString() {
        return "Addresses[baseUrl=" + baseUrl + ", tlsBaseUrl=" + tlsBaseUrl + ", kafka=" + kafka + ", cloudUrl="
                + cloudUrl + "]";
    }
}
