package io.keyward.validation.provider.aws;

import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.provider.aws.Finding.NoAnswer;
import io.keyward.validation.provider.aws.call.AwsFailure.Kind;
import java.util.List;

/** In words: when it was the way to the key that failed, and not the key. */
final class AwsPathWords {
    private AwsPathWords() {}

    /** The answer of a check that could not ask anybody. */
    static KeyCheck missing(AwsTarget.Key target, KeyPath.Missing path) {
        var evidence = new Evidence(target.arn(), path.explanation(), path.remedy(), List.of());
        return new KeyCheck.Inconclusive(Cause.PRIVATE_ENDPOINT_MISSING, evidence);
    }

    static String explanation(NoAnswer silence) {
        var failure = silence.failure();
        if (failure.kind() == Kind.DENIED_ON_PUBLIC_PATH) {
            return "AWS KMS denied " + silence.operation() + " over the internet: denied by "
                    + failure.denial().words()
                    + ". The project requires private networking and its region has no endpoint yet. The key's policy may insist on one, so that nothing"
                    + " was learned about the key.";
        }
        if (failure.kind() == Kind.DENIED_TO_NEW_ENDPOINT) {
            return "A statement of the key's policy denied " + silence.operation()
                    + " through the region's private endpoint, which became ACTIVE only a short while ago. The policy may not know it yet, so that nothing was"
                    + " learned about the key.";
        }
        return "The policy of a VPC endpoint on the way to AWS KMS does not let " + silence.operation()
                + " pass. That says nothing about the key.";
    }

    static String remedy(NoAnswer silence) {
        var kind = silence.failure().kind();
        if (kind == Kind.DENIED_ON_PUBLIC_PATH) {
            return "Create an endpoint in the region, and name it where the key's policy insists on one (aws:SourceVpce): the key is checked through it as"
                    + " soon as it is ACTIVE. If the policy insists on none, allow the role to use the key.";
        }
        if (kind == Kind.DENIED_TO_NEW_ENDPOINT) {
            return "Name the endpoint where the key's policy insists on one (aws:SourceVpce). If it is denied much longer, it counts as access taken away.";
        }
        return "Allow the project's role and key in the policy of the VPC endpoint.";
    }
}
