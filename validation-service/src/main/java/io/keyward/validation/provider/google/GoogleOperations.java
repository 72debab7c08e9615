package io.keyward.validation.provider.google;

import io.keyward.validation.check.asking.KeyTrial.Operations;

/** Names of operations, as evidence has them. */
final class GoogleOperations {
    static final String TOKEN = "oauth2:Token";
    static final String IMPERSONATE = "iamcredentials:GenerateAccessToken";
    static final String GET_VERSION = "cloudkms:GetCryptoKeyVersion";
    static final String GET_KEY = "cloudkms:GetCryptoKey";
    static final String DECRYPT = "cloudkms:Decrypt";
    static final String ENCRYPT = "cloudkms:Encrypt";
    static final Operations USES = new Operations(GET_VERSION, DECRYPT, ENCRYPT);

    private GoogleOperations() {}
}
