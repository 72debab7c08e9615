package io.keyward.validation.provider.aws.call;

import io.keyward.validation.check.KeyPath;
import io.keyward.validation.provider.aws.call.AwsFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What a failure means where it happened: on which way, and in which region. */
public final class AwsRouteRules {
    /** Those that every account has. All others, whichever AWS opens next, are off until an account's owner opts in. */
    private static final Set<String> ALWAYS_ON = Set.of(
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "cn-north-1",
            "cn-northwest-1",
            "eu-central-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-gov-east-1",
            "us-gov-west-1",
            "us-west-1",
            "us-west-2");

    private AwsRouteRules() {}

    /**
     * A denial is not the customer's word about the key as long as the way may be what is denied: over the internet, while the project requires private
     * networking and waits for its endpoint; and by a statement of the key's policy, while an endpoint is so new that the policy may not know it.
     *
     * @param settling for how long an endpoint is new
     */
    public static AwsFailure onPath(AwsFailure failure, KeyPath.Open path, Instant at, Duration settling) {
        if (failure.kind() != Kind.ACCESS_DENIED) {
            return failure;
        }
        return switch (path) {
            case KeyPath.Public open -> open.provisional() ? failure.as(Kind.DENIED_ON_PUBLIC_PATH) : failure;
            case KeyPath.Private through ->
                failure.denial() == AccessDenial.EXPLICIT_RESOURCE_POLICY
                                && at.isBefore(through.activeSince().plus(settling))
                        ? failure.as(Kind.DENIED_TO_NEW_ENDPOINT)
                        : failure;
        };
    }

    /** A region that has to be switched on knows nobody of an account that did not. Where it is always on, such an answer is about us. */
    static AwsFailure inRegion(AwsFailure failure, String region) {
        return failure.kind() == Kind.UNKNOWN_PRINCIPAL && ALWAYS_ON.contains(region)
                ? failure.as(Kind.OUR_CREDENTIALS)
                : failure;
    }
}
