package io.keyward.local.folder;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * All secrets of one stack and the identity of its organisation, made at its first start and kept with its data, which they seal.
 *
 * @param orgId identity of the first organisation
 * @param publicKey first API key pair, of the owner of the first organisation
 * @param clientId first service account, of the same owner
 * @param driverPublicKey key pair of whatever runs the databases and reports what it observed
 * @param sealingKeyset Tink AEAD keyset as JSON
 * @param internalKeyset Tink JWT keyset as JSON, for calls between services
 */
public record Credentials(
        @JsonProperty String orgId,
        @JsonProperty String publicKey,
        @JsonProperty String privateKey,
        @JsonProperty String clientId,
        @JsonProperty String clientSecret,
        @JsonProperty String driverPublicKey,
        @JsonProperty String driverPrivateKey,
        @JsonProperty String nonceSecret,
        @JsonProperty String sealingKeyset,
        @JsonProperty String internalKeyset) {

    @Override
    public String toString() {
        return "Credentials[publicKey=" + publicKey + ", clientId=" + clientId + ", driverPublicKey=" + driverPublicKey
                + "]";
    }
}
