package io.keyward.endpoint.provider.aws;

import io.keyward.endpoint.provider.EndpointProviderContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class AwsProviderContractIT extends EndpointProviderContract {
    @RegisterExtension
    static final SimulatedEc2 ec2 = new SimulatedEc2();

    AwsProviderContractIT() {
        super(ec2);
    }
}
