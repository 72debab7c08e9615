package io.keyward.endpoint.provider.aws;

import java.util.List;

/** What can go wrong between us and EC2: whether to ask again, what a person is told, and the error codes by which EC2 says so. */
enum AwsTrouble {
    THROTTLED(
            true,
            "EC2 is being asked too much; we ask again.",
            "RequestLimitExceeded",
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "EC2ThrottledException",
            "RequestThrottled",
            "RequestThrottledException",
            "TooManyRequestsException",
            "SlowDown",
            "BandwidthLimitExceeded"),
    FAULT(
            true,
            "EC2 failed; we ask again.",
            "InternalError",
            "InternalFailure",
            "InternalServerError",
            "ServerInternal"),
    UNAVAILABLE(true, "EC2 is not available; we ask again.", "ServiceUnavailable", "Unavailable"),
    TIMED_OUT(true, "EC2 did not answer in time; we ask again.", "RequestTimeout", "RequestTimeoutException"),
    UNREACHABLE(true, "EC2 could not be reached; we ask again."),
    INTERCEPTED(
            true,
            "Something on the way to EC2 answered in its place; we ask again. " + Ask.OPERATOR + "check the proxies."),
    UNTRUSTED(
            true,
            "What answers for EC2 cannot prove that it is EC2; we ask again. " + Ask.OPERATOR
                    + "check the certificates that we trust."),
    /** An answer that is not in this table: with its code it says enough to look it up. */
    UNKNOWN(true, "EC2 gave an answer that we do not know; we ask again."),

    ASKED_OTHERWISE(
            true,
            "EC2 was asked for it with other settings before; we wait for that one.",
            "IdempotentParameterMismatch"),
    BUSY(
            true,
            "EC2 is still busy with something it depends on; we ask again.",
            "IncorrectState",
            "ConcurrentTagAccess",
            "DependencyViolation"),

    CREDENTIALS(
            true,
            Ask.ours("check our AWS credentials, and whether this region is enabled for the account"),
            "AuthFailure",
            "ExpiredToken",
            "ExpiredTokenException",
            "IncompleteSignature",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "MissingAuthenticationToken",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException"),
    NO_CREDENTIALS(
            true,
            "We have no AWS credentials. " + Ask.OPERATOR + "give us some: as keyward.aws.access-key-id and"
                    + " .secret-access-key, or where the AWS SDK looks for them."),
    CLOCK(
            true,
            Ask.ours("set the clock, and check that our AWS credentials have not expired"),
            "RequestExpired",
            "RequestTimeTooSkewed",
            "RequestInTheFuture"),
    NOT_ALLOWED(
            false,
            Ask.ours("allow us ec2:CreateVpcEndpoint, ec2:CreateTags, ec2:DescribeVpcEndpoints and"
                    + " ec2:DeleteVpcEndpoints, with private-dns also route53:AssociateVPCWithHostedZone, in our own"
                    + " policies and in those around the account"),
            "UnauthorizedOperation",
            "AccessDenied",
            "AccessDeniedException",
            "NotAuthorized",
            "OperationNotPermitted"),
    BLOCKED(false, Ask.ours("have the AWS account unblocked"), "Blocked"),
    UNVERIFIED(false, Ask.ours("have the AWS account verified for this region"), "PendingVerification"),
    REGION_NOT_ENABLED(false, Ask.ours("enable this region for the AWS account"), "OptInRequired"),
    TAGS(
            false,
            Ask.ours("allow the tags Name and keyward:… on VPC endpoints in the tag policies of the organisation"),
            "TagPolicyViolation",
            "TagLimitExceeded",
            "InvalidTagKey.Malformed"),

    NO_ENDPOINT_LEFT(false, Ask.full("raise the limit of VPC endpoints in this region"), "VpcEndpointLimitExceeded"),
    NO_ADDRESS_LEFT(
            false,
            Ask.full("add a subnet with free addresses"),
            "InsufficientFreeAddressesInSubnet",
            "InsufficientAddressCapacity",
            "PrivateIpAddressLimitExceeded"),
    NO_INTERFACE_LEFT(
            false, Ask.full("raise the limit of network interfaces in this region"), "NetworkInterfaceLimitExceeded"),
    TOO_MANY_GROUPS(false, Ask.full("name fewer security groups"), "SecurityGroupsPerInterfaceLimitExceeded"),

    NO_NETWORK(false, Ask.network("there is no VPC"), "VPCIdNotSpecified", "VPCResourceNotSpecified"),
    NO_VPC(false, Ask.network("the VPC does not exist"), "InvalidVpcID.NotFound", "InvalidVpcId.Malformed"),
    NO_SUBNET(false, Ask.network("a subnet does not exist"), "InvalidSubnetID.NotFound", "InvalidSubnetId.Malformed"),
    FOREIGN_SUBNET(false, Ask.network("a subnet does not belong to the VPC"), "InvalidSubnet"),
    SAME_ZONE(false, Ask.network("two subnets lie in the same availability zone"), "DuplicateSubnetsInSameZone"),
    NO_GROUP(
            false,
            Ask.network("a security group does not exist"),
            "InvalidGroup.NotFound",
            "InvalidGroupId.Malformed",
            "InvalidSecurityGroupID.NotFound",
            "InvalidSecurityGroupId.Malformed"),
    ZONE_NOT_SERVED(
            false,
            Ask.network("an availability zone has no private way to KMS"),
            "UnsupportedAvailabilityZone",
            "InvalidAvailabilityZone"),
    NOT_SERVED(
            false,
            Ask.network("AWS offers no private way to KMS here"),
            "InvalidServiceName",
            "InvalidVpcEndpointServiceId.NotFound"),
    NAME_TAKEN(
            false,
            Ask.network(
                    "private-dns is true, and something else in the VPC answers to KMS's name already; it has to go,"
                            + " or private-dns has to be false")),
    NAMES_OFF(
            false,
            Ask.network(
                    "private-dns is true, and needs enableDnsHostnames and enableDnsSupport of the VPC; both have to"
                            + " be on, or private-dns has to be false")),
    NOT_ACCEPTED(
            false,
            Ask.network("EC2 does not accept it, and what it says is in our log"),
            "InvalidParameter",
            "InvalidParameterCombination",
            "InvalidParameterValue",
            "InvalidAction",
            "InvalidFilter",
            "InvalidInput",
            "InvalidMaxResults",
            "InvalidNextToken",
            "InvalidPolicyDocument",
            "InvalidQueryParameter",
            "InvalidVpcEndpointId.Malformed",
            "MalformedQueryString",
            "MissingParameter",
            "UnknownParameter",
            "UnsupportedOperation",
            "ValidationError");

    private final boolean again;
    private final String text;
    private final List<String> codes;

    AwsTrouble(boolean again, String text, String... codes) {
        this.again = again;
        this.text = text;
        this.codes = List.of(codes);
    }

    /** Whether the same request may have another outcome before somebody has done something. */
    boolean again() {
        return again;
    }

    /** What happened, and what to do. */
    String text() {
        return text;
    }

    /** EC2's codes for it; none where EC2 has no code, or shares it with others. */
    List<String> codes() {
        return codes;
    }

    /** Remedies. Who uses the API can do nothing about our network or our rights, but knows whom to ask, and for what. */
    private static final class Ask {
        static final String OPERATOR = "Ask whoever operates this installation to ";

        private Ask() {}

        static String ours(String remedy) {
            return "EC2 does not let us. " + OPERATOR + remedy + ".";
        }

        static String full(String remedy) {
            return "There is no room for it in this region. " + OPERATOR + remedy + ".";
        }

        static String network(String fault) {
            return "The network for endpoints in this region is not set up: " + fault + ". " + OPERATOR
                    + "correct keyward.endpoint.aws.";
        }
    }
}
