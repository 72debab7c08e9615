package io.keyward.simulator.wire;

import java.util.Arrays;
import java.util.Optional;

/** The simulated services, each with the name that requests are signed for and the protocol it speaks. */
public enum AwsService {
    KMS("kms", new JsonProtocol("TrentService")),
    STS("sts", new QueryProtocol("https://sts.amazonaws.com/doc/2011-06-15/")),
    IAM("iam", new QueryProtocol("https://iam.amazonaws.com/doc/2010-05-08/")),
    EC2("ec2", new Ec2Protocol("http://ec2.amazonaws.com/doc/2016-11-15/"));

    private final String signingName;
    private final Protocol protocol;

    AwsService(String signingName, Protocol protocol) {
        this.signingName = signingName;
        this.protocol = protocol;
    }

    public static Optional<AwsService> signedFor(String signingName) {
        return Arrays.stream(values())
                .filter(service -> service.signingName.equals(signingName))
                .findFirst();
    }

    public String signingName() {
        return signingName;
    }

    /** What it says to who asks too much. */
    public String throttledMessage() {
        return this == EC2 ? "Request limit exceeded." : "Rate exceeded";
    }

    public Protocol protocol() {
        return protocol;
    }
}
