package io.keyward.endpoint.provider.aws;

import io.keyward.endpoint.lifecycle.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What each refusal of EC2 means, by error code: whether to ask again, and what a person can do. EC2's own words stay in our log, because they name
 * parts of a network that is not the customer's. What is not listed is asked again, until the time for making an endpoint is over.
 */
final class AwsEndpointFailures {
    private static final String OPERATOR = "Ask whoever operates this installation to ";

    private static final Map<String, Row> ROWS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        later("RequestLimitExceeded", "EC2 is being asked too much; we ask again.");
        later("Throttling", "EC2 is being asked too much; we ask again.");
        later("ThrottlingException", "EC2 is being asked too much; we ask again.");
        later("EC2ThrottledException", "EC2 is being asked too much; we ask again.");
        later("InternalError", "EC2 failed; we ask again.");
        later("InternalFailure", "EC2 failed; we ask again.");
        later("ServiceUnavailable", "EC2 is not available; we ask again.");
        later("Unavailable", "EC2 is not available; we ask again.");
        later("RequestTimeout", "EC2 did not answer in time; we ask again.");
        later("IdempotentParameterMismatch", "EC2 was asked for it with other settings before; we wait for that one.");
        later("IncorrectState", "EC2 is still busy with something it depends on; we ask again.");
        later("AuthFailure", ours("check our AWS credentials"));
        later("ExpiredToken", ours("check our AWS credentials"));
        later("InvalidClientTokenId", ours("check our AWS credentials"));
        later("MissingAuthenticationToken", ours("check our AWS credentials"));
        later("SignatureDoesNotMatch", ours("check our AWS credentials"));
        later("UnrecognizedClientException", ours("check our AWS credentials"));
        later("RequestExpired", ours("set the clock"));
        never(
                "UnauthorizedOperation",
                ours("allow us ec2:CreateVpcEndpoint, ec2:DeleteVpcEndpoints and ec2:CreateTags"));
        never("Blocked", ours("have the AWS account unblocked"));
        never("PendingVerification", ours("have the AWS account verified for this region"));
        never("OptInRequired", ours("enable this region for the AWS account"));
        never("VpcEndpointLimitExceeded", full("raise the limit of VPC endpoints in this region"));
        never("InsufficientFreeAddressesInSubnet", full("add a subnet with free addresses"));
        never("NetworkInterfaceLimitExceeded", full("raise the limit of network interfaces in this region"));
        never("SecurityGroupsPerInterfaceLimitExceeded", full("name fewer security groups"));
        never("InvalidVpcId.NotFound", network("the VPC does not exist"));
        never("InvalidVpcId.Malformed", network("the VPC does not exist"));
        never("InvalidSubnetID.NotFound", network("a subnet does not exist"));
        never("InvalidSubnetId.Malformed", network("a subnet does not exist"));
        never("InvalidSubnet", network("a subnet does not belong to the VPC"));
        never("DuplicateSubnetsInSameZone", network("two subnets lie in the same availability zone"));
        never("InvalidGroup.NotFound", network("a security group does not exist"));
        never("InvalidGroupId.Malformed", network("a security group does not exist"));
        never("InvalidSecurityGroupId.NotFound", network("a security group does not exist"));
        never("InvalidServiceName", network("AWS offers no private way to KMS here"));
        never("UnsupportedAvailabilityZone", network("an availability zone has no private way to KMS"));
        never("VPCIdNotSpecified", network("there is no VPC"));
        never("InvalidParameter", network("EC2 does not accept it"));
        never("InvalidParameterValue", network("EC2 does not accept it"));
        never("InvalidParameterCombination", network("EC2 does not accept it"));
        never("UnsupportedOperation", network("EC2 does not accept it"));
    }

    private record Row(boolean again, String message) {}

    private AwsEndpointFailures() {}

    /**
     * What it means that EC2 answered with this error code; the case of letters does not matter, because AWS's documents differ in it. Without a code
     * it was not EC2 that answered, but something on the way.
     */
    static Answer classify(@Nullable String code) {
        if (code == null) {
            return unanswered();
        }
        return Optional.ofNullable(ROWS.get(code))
                .map(row -> answer(row, code))
                .orElseGet(() -> new Answer.TryLater("EC2 answered " + code + "; we ask again."));
    }

    /** What it means that EC2 did not answer. */
    static Answer unanswered() {
        return new Answer.TryLater("EC2 could not be reached; we ask again.");
    }

    /** Whether the code says that an endpoint does not exist. */
    static boolean isGone(String code) {
        var lower = code.toLowerCase(Locale.ROOT);
        return lower.equals("invalidvpcendpointid.notfound") || lower.equals("invalidvpcendpoint.notfound");
    }

    private static Answer answer(Row row, String code) {
        var message = row.message() + " (EC2: " + code + ")";
        return row.again() ? new Answer.TryLater(message) : new Answer.Refused(message);
    }

    private static void later(String code, String message) {
        ROWS.put(code, new Row(true, message));
    }

    private static void never(String code, String message) {
        ROWS.put(code, new Row(false, message));
    }

    private static String ours(String remedy) {
        return "EC2 does not let us. " + OPERATOR + remedy + ".";
    }

    private static String full(String remedy) {
        return "There is no room for it in this region. " + OPERATOR + remedy + ".";
    }

    private static String network(String fault) {
        return "The network for endpoints in this region is not set up: " + fault + ". " + OPERATOR
                + "correct keyward.endpoint.aws.";
    }
}
