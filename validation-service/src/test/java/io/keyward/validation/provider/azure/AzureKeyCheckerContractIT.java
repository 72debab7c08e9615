package io.keyward.validation.provider.azure;

import io.keyward.testkit.keychecker.KeyCheckerContract;

class AzureKeyCheckerContractIT extends KeyCheckerContract {
    AzureKeyCheckerContractIT() {
        super(new AzureKeyOwner());
    }
}
