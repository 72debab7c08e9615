package io.keyward.validation.provider.azure;

import io.keyward.validation.check.asking.KeyTrial.Operations;

/** Names of operations, as evidence has them. */
final class AzureOperations {
    static final String TOKEN = "entra:Token";
    static final String GET_KEY = "keyvault:GetKey";
    static final String GET_DELETED_KEY = "keyvault:GetDeletedKey";
    static final String DECRYPT = "keyvault:Decrypt";
    static final String ENCRYPT = "keyvault:Encrypt";
    static final String GET_VAULT = "arm:GetVault";
    static final String GET_PROVIDER = "arm:GetProvider";
    static final Operations USES = new Operations(GET_KEY, DECRYPT, ENCRYPT);

    private AzureOperations() {}
}
