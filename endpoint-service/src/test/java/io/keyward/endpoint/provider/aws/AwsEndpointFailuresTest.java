package io.keyward.endpoint.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A row per code that EC2 documents for these calls or that was seen in the wild. */
@Rule("E4")
class AwsEndpointFailuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RequestLimitExceeded",
                "Throttling",
                "ThrottlingException",
                "EC2ThrottledException",
                "InternalError",
                "InternalFailure",
                "ServiceUnavailable",
                "Unavailable",
                "RequestTimeout",
                "IdempotentParameterMismatch",
                "IncorrectState",
                "AuthFailure",
                "ExpiredToken",
                "InvalidClientTokenId",
                "MissingAuthenticationToken",
                "SignatureDoesNotMatch",
                "UnrecognizedClientException",
                "RequestExpired",
            })
    void isAskedAgain(String code) {
        assertThat(AwsEndpointFailures.classify(code))
                .isInstanceOfSatisfying(Answer.TryLater.class, later -> assertThat(later.message())
                        .endsWith("(EC2: " + code + ")"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UnauthorizedOperation                  | ec2:CreateVpcEndpoint
            Blocked                                | unblocked
            PendingVerification                    | verified
            OptInRequired                          | enable this region
            VpcEndpointLimitExceeded               | raise the limit
            InsufficientFreeAddressesInSubnet      | free addresses
            NetworkInterfaceLimitExceeded          | raise the limit
            SecurityGroupsPerInterfaceLimitExceeded| fewer security groups
            InvalidVpcID.NotFound                  | VPC does not exist
            InvalidVpcId.Malformed                 | VPC does not exist
            InvalidSubnetID.NotFound               | subnet does not exist
            InvalidSubnetId.Malformed              | subnet does not exist
            InvalidSubnet                          | does not belong to the VPC
            DuplicateSubnetsInSameZone             | same availability zone
            InvalidGroup.NotFound                  | security group does not exist
            InvalidGroupId.Malformed               | security group does not exist
            InvalidSecurityGroupID.NotFound        | security group does not exist
            InvalidServiceName                     | no private way to KMS
            UnsupportedAvailabilityZone            | availability zone
            VPCIdNotSpecified                      | there is no VPC
            InvalidParameter                       | does not accept it
            InvalidParameterValue                  | does not accept it
            InvalidParameterCombination            | does not accept it
            UnsupportedOperation                   | does not accept it
            """)
    void isFinalAndSaysWhatToDo(String code, String saying) {
        assertThat(AwsEndpointFailures.classify(code))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.message())
                        .contains(saying, "Ask whoever operates this installation", "(EC2: " + code + ")"));
    }

    @Test
    void whatIsUnknownIsAskedAgainAndNamed() {
        assertThat(AwsEndpointFailures.classify("Brand.New"))
                .isEqualTo(new Answer.TryLater("EC2 answered Brand.New; we ask again."));
        assertThat(AwsEndpointFailures.unanswered()).isInstanceOf(Answer.TryLater.class);
        assertThat(AwsEndpointFailures.classify(null)).isEqualTo(AwsEndpointFailures.unanswered());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"InvalidVpcEndpointId.NotFound", "InvalidVpcEndpoint.NotFound", "invalidVpcEndpointID.notfound"})
    void whatIsNotThereIsGone(String code) {
        assertThat(AwsEndpointFailures.isGone(code)).isTrue();
    }
}
