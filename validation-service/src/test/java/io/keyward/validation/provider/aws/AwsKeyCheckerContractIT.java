package io.keyward.validation.provider.aws;

import io.keyward.testkit.keychecker.KeyCheckerContract;

class AwsKeyCheckerContractIT extends KeyCheckerContract {
    AwsKeyCheckerContractIT() {
        super(new AwsKeyOwner());
    }
}
