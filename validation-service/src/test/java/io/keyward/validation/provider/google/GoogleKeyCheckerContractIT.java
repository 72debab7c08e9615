package io.keyward.validation.provider.google;

import io.keyward.testkit.keychecker.KeyCheckerContract;

class GoogleKeyCheckerContractIT extends KeyCheckerContract {
    GoogleKeyCheckerContractIT() {
        super(new GoogleKeyOwner());
    }
}
