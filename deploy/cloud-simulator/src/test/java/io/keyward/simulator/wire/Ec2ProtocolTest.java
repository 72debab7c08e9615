package io.keyward.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ec2ProtocolTest {

    @Test
    void framesAResult() {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putArray("vpcEndpointSet").addObject().put("state", "available");

        assertThat(body(AwsService.EC2.protocol().success("DescribeVpcEndpoints", result, "r-1")))
                .isEqualTo("<DescribeVpcEndpointsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
                        + "<requestId>r-1</requestId>"
                        + "<vpcEndpointSet><item><state>available</state></item></vpcEndpointSet>"
                        + "</DescribeVpcEndpointsResponse>");
    }

    @Test
    void framesARefusal() {
        Answer answer = AwsService.EC2.protocol().failure(new AwsFault("A.B", "<c>"), "r-1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(body(answer))
                .isEqualTo("<Response><Errors><Error><Code>A.B</Code><Message>&lt;c&gt;</Message></Error></Errors>"
                        + "<RequestID>r-1</RequestID></Response>");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCESS_DENIED,          UnauthorizedOperation,      403",
        "EXPIRED_TOKEN,          RequestExpired,             400",
        "INCOMPLETE_SIGNATURE,   IncompleteSignature,        400",
        "INTERNAL_FAILURE,       InternalError,              500",
        "INVALID_CLIENT_TOKEN,   AuthFailure,                401",
        "MISSING_AUTHENTICATION, MissingAuthenticationToken, 403",
        "SIGNATURE_MISMATCH,     SignatureDoesNotMatch,      403",
        "THROTTLED,              RequestLimitExceeded,       503",
        "UNKNOWN_OPERATION,      InvalidAction,              400",
        "VALIDATION,             InvalidParameterValue,      400",
    })
    void spellsCommonFaultsInItsOwnWay(CommonFault fault, String code, int status) {
        AwsFault said = fault.in(AwsService.EC2, "");

        assertThat(said.code()).isEqualTo(code);
        assertThat(said.status()).isEqualTo(status);
    }

    private static String body(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
