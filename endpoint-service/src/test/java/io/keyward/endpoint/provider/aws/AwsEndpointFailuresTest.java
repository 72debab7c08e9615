package io.keyward.endpoint.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.provider.RegionView;
import io.keyward.endpoint.provider.aws.AwsEndpointFailures.Failure;
import io.keyward.testkit.Rule;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** A row per code that EC2 documents for these calls or that was seen in the wild, and one for each way not to get an answer. */
@Rule("E4")
class AwsEndpointFailuresTest {
    private static final String CODES = """
            RequestLimitExceeded                   | THROTTLED
            Throttling                             | THROTTLED
            ThrottlingException                    | THROTTLED
            ThrottledException                     | THROTTLED
            EC2ThrottledException                  | THROTTLED
            RequestThrottled                       | THROTTLED
            RequestThrottledException              | THROTTLED
            TooManyRequestsException               | THROTTLED
            SlowDown                               | THROTTLED
            BandwidthLimitExceeded                 | THROTTLED
            InternalError                          | FAULT
            InternalFailure                        | FAULT
            InternalServerError                    | FAULT
            ServerInternal                         | FAULT
            ServiceUnavailable                     | UNAVAILABLE
            Unavailable                            | UNAVAILABLE
            RequestTimeout                         | TIMED_OUT
            RequestTimeoutException                | TIMED_OUT
            IdempotentParameterMismatch            | ASKED_OTHERWISE
            IncorrectState                         | BUSY
            ConcurrentTagAccess                    | BUSY
            DependencyViolation                    | BUSY
            AuthFailure                            | CREDENTIALS
            ExpiredToken                           | CREDENTIALS
            ExpiredTokenException                  | CREDENTIALS
            IncompleteSignature                    | CREDENTIALS
            InvalidAccessKeyId                     | CREDENTIALS
            InvalidClientTokenId                   | CREDENTIALS
            MissingAuthenticationToken             | CREDENTIALS
            SignatureDoesNotMatch                  | CREDENTIALS
            UnrecognizedClientException            | CREDENTIALS
            RequestExpired                         | CLOCK
            RequestTimeTooSkewed                   | CLOCK
            RequestInTheFuture                     | CLOCK
            UnauthorizedOperation                  | NOT_ALLOWED
            AccessDenied                           | NOT_ALLOWED
            AccessDeniedException                  | NOT_ALLOWED
            NotAuthorized                          | NOT_ALLOWED
            OperationNotPermitted                  | NOT_ALLOWED
            Blocked                                | BLOCKED
            PendingVerification                    | UNVERIFIED
            OptInRequired                          | REGION_NOT_ENABLED
            TagPolicyViolation                     | TAGS
            TagLimitExceeded                       | TAGS
            InvalidTagKey.Malformed                | TAGS
            VpcEndpointLimitExceeded               | NO_ENDPOINT_LEFT
            InsufficientFreeAddressesInSubnet      | NO_ADDRESS_LEFT
            InsufficientAddressCapacity            | NO_ADDRESS_LEFT
            PrivateIpAddressLimitExceeded          | NO_ADDRESS_LEFT
            NetworkInterfaceLimitExceeded          | NO_INTERFACE_LEFT
            SecurityGroupsPerInterfaceLimitExceeded| TOO_MANY_GROUPS
            VPCIdNotSpecified                      | NO_NETWORK
            VPCResourceNotSpecified                | NO_NETWORK
            InvalidVpcID.NotFound                  | NO_VPC
            InvalidVpcId.NotFound                  | NO_VPC
            InvalidVpcId.Malformed                 | NO_VPC
            InvalidSubnetID.NotFound               | NO_SUBNET
            InvalidSubnetId.Malformed              | NO_SUBNET
            InvalidSubnet                          | FOREIGN_SUBNET
            DuplicateSubnetsInSameZone             | SAME_ZONE
            InvalidGroup.NotFound                  | NO_GROUP
            InvalidGroupId.Malformed               | NO_GROUP
            InvalidSecurityGroupID.NotFound        | NO_GROUP
            InvalidSecurityGroupId.Malformed       | NO_GROUP
            UnsupportedAvailabilityZone            | ZONE_NOT_SERVED
            InvalidAvailabilityZone                | ZONE_NOT_SERVED
            InvalidServiceName                     | NOT_SERVED
            InvalidVpcEndpointServiceId.NotFound   | NOT_SERVED
            InvalidParameter                       | NOT_ACCEPTED
            InvalidParameterCombination            | NOT_ACCEPTED
            InvalidParameterValue                  | NOT_ACCEPTED
            InvalidAction                          | NOT_ACCEPTED
            InvalidFilter                          | NOT_ACCEPTED
            InvalidInput                           | NOT_ACCEPTED
            InvalidMaxResults                      | NOT_ACCEPTED
            InvalidNextToken                       | NOT_ACCEPTED
            InvalidPolicyDocument                  | NOT_ACCEPTED
            InvalidQueryParameter                  | NOT_ACCEPTED
            InvalidVpcEndpointId.Malformed         | NOT_ACCEPTED
            MalformedQueryString                   | NOT_ACCEPTED
            MissingParameter                       | NOT_ACCEPTED
            UnknownParameter                       | NOT_ACCEPTED
            UnsupportedOperation                   | NOT_ACCEPTED
            ValidationError                        | NOT_ACCEPTED
            Brand.New                              | UNKNOWN
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = CODES)
    void everyCodeHasItsMeaning(String code, AwsTrouble trouble) {
        var failure = AwsEndpointFailures.of(code, "vpc-1 says no");

        assertThat(failure).isEqualTo(new Failure(trouble, code));
        assertThat(failure.message()).endsWith(" (EC2: " + code + ")").doesNotContain("vpc-1");
        assertThat(AwsEndpointFailures.of(code.toLowerCase(Locale.ROOT), null).trouble())
                .isEqualTo(trouble);
        assertThat(AwsEndpointFailures.of("Client." + code, null)).isEqualTo(failure);
    }

    @Test
    void noCodeIsLeftOutAbove() {
        var codes = Arrays.stream(AwsTrouble.values()).flatMap(trouble -> trouble.codes().stream());

        assertThat(codes)
                .doesNotHaveDuplicates()
                .isSubsetOf(
                        CODES.lines().map(line -> line.split("\\|")[0].strip()).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            THROTTLED          | true  | asked too much
            FAULT              | true  | EC2 failed
            UNAVAILABLE        | true  | not available
            TIMED_OUT          | true  | in time
            UNREACHABLE        | true  | could not be reached
            INTERCEPTED        | true  | check the proxies
            UNTRUSTED          | true  | check the certificates
            UNKNOWN            | true  | that we do not know
            ASKED_OTHERWISE    | true  | with other settings before
            BUSY               | true  | still busy
            CREDENTIALS        | true  | check our AWS credentials, and whether this region is enabled
            NO_CREDENTIALS     | true  | keyward.aws.access-key-id
            CLOCK              | true  | set the clock
            NOT_ALLOWED        | false | allow us ec2:CreateVpcEndpoint, ec2:CreateTags, ec2:DescribeVpcEndpoints
            BLOCKED            | false | unblocked
            UNVERIFIED         | false | verified for this region
            REGION_NOT_ENABLED | false | enable this region
            TAGS               | false | tag policies
            NO_ENDPOINT_LEFT   | false | raise the limit of VPC endpoints
            NO_ADDRESS_LEFT    | false | add a subnet with free addresses
            NO_INTERFACE_LEFT  | false | raise the limit of network interfaces
            TOO_MANY_GROUPS    | false | name fewer security groups
            NO_NETWORK         | false | there is no VPC
            NO_VPC             | false | the VPC does not exist
            NO_SUBNET          | false | a subnet does not exist
            FOREIGN_SUBNET     | false | does not belong to the VPC
            SAME_ZONE          | false | in the same availability zone
            NO_GROUP           | false | a security group does not exist
            ZONE_NOT_SERVED    | false | an availability zone has no private way
            NOT_SERVED         | false | no private way to KMS here
            NAME_TAKEN         | false | something else in the VPC answers to KMS's name
            NAMES_OFF          | false | enableDnsHostnames and enableDnsSupport
            NOT_ACCEPTED       | false | what it says is in our log
            """)
    void everyTroubleSaysWhatToDoAndWhetherWeAskAgain(AwsTrouble trouble, boolean again, String saying) {
        var failure = new Failure(trouble, null);

        assertThat(failure.message()).contains(saying).endsWith(".");
        assertThat(failure.answer())
                .isEqualTo(again ? new Answer.TryLater(failure.message()) : new Answer.Refused(failure.message()));
        assertThat(failure.unseen()).isEqualTo(new RegionView.Unseen(failure.message()));
        assertThat(trouble.text().contains("Ask whoever operates this installation") || again)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            InvalidParameter      | already a conflicting DNS domain for kms.us-east-1.amazonaws.com  | NAME_TAKEN
            InvalidParameter      | requires both enableDnsSupport and enableDnsHostnames             | NAMES_OFF
            InvalidParameter      | Something else                                                    | NOT_ACCEPTED
            VpcEndpointLimitExceeded | already a conflicting DNS domain                               | NO_ENDPOINT_LEFT
            SignatureDoesNotMatch | Signature expired: 20300101T000000Z is now earlier than           | CLOCK
            AuthFailure           | Signature not yet current                                         | CLOCK
            SignatureDoesNotMatch | The request signature we calculated does not match                | CREDENTIALS
            """)
    void wordsCountOnlyWhereOneCodeStandsForSeveralTroubles(String code, String words, AwsTrouble trouble) {
        assertThat(AwsEndpointFailures.of(code, words).trouble()).isEqualTo(trouble);
    }

    @ParameterizedTest
    @MethodSource
    void everyWayToEndACallHasItsMeaning(Throwable failure, AwsTrouble trouble) {
        assertThat(AwsEndpointFailures.of(failure).trouble()).isEqualTo(trouble);
        assertThat(AwsEndpointFailures.of(new CompletionException(failure)).trouble())
                .isEqualTo(trouble);
    }

    static Stream<Arguments> everyWayToEndACallHasItsMeaning() {
        return Stream.of(
                Arguments.of(answer("RequestLimitExceeded", 503), AwsTrouble.THROTTLED),
                Arguments.of(answer("UnauthorizedOperation", 403), AwsTrouble.NOT_ALLOWED),
                Arguments.of(answer("Brand.New", 400), AwsTrouble.UNKNOWN),
                Arguments.of(answer(null, 429), AwsTrouble.THROTTLED),
                Arguments.of(answer(null, 502), AwsTrouble.UNAVAILABLE),
                Arguments.of(answer(null, 407), AwsTrouble.INTERCEPTED),
                Arguments.of(Ec2Exception.builder().statusCode(403).build(), AwsTrouble.INTERCEPTED),
                Arguments.of(ApiCallTimeoutException.create(3000), AwsTrouble.TIMED_OUT),
                Arguments.of(ApiCallAttemptTimeoutException.create(2000), AwsTrouble.TIMED_OUT),
                Arguments.of(client("x", new IOException("Connection refused")), AwsTrouble.UNREACHABLE),
                Arguments.of(client("x", new SSLHandshakeException("no trust")), AwsTrouble.UNTRUSTED),
                Arguments.of(
                        client("Unable to load credentials from any of the providers in the chain", null),
                        AwsTrouble.NO_CREDENTIALS),
                Arguments.of(client("something else", null), AwsTrouble.UNREACHABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"InvalidVpcEndpointId.NotFound", "InvalidVpcEndpoint.NotFound", "invalidVpcEndpointID.notfound"})
    void whatIsNotThereIsGone(String code) {
        assertThat(AwsEndpointFailures.isGone(code)).isTrue();
        assertThat(AwsEndpointFailures.isGone("InvalidVpcID.NotFound")).isFalse();
        assertThat(AwsEndpointFailures.isGone(null)).isFalse();
    }

    private static Throwable answer(String code, int status) {
        return Ec2Exception.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("no")
                        .build())
                .build();
    }

    private static Throwable client(String message, Throwable cause) {
        return SdkClientException.create(message, cause);
    }
}
