package io.keyward.validation.hint.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events in the shapes in which AWS sends them. */
class EventBridgeReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Rule("V11")
    @Test
    void aCallToKmsNamesItsKeyInTheRequestTheAnswerAndTheResources() {
        var hint = read("""
                {"id":"1","source":"aws.kms","detail-type":"AWS API Call via CloudTrail","account":"111122223333","resources":[],
                 "detail":{"eventName":"ScheduleKeyDeletion","requestParameters":{"keyId":"k-1","pendingWindowInDays":7},
                 "responseElements":{"keyId":"arn:aws:kms:us-east-1:111122223333:key/k-1"},
                 "resources":[{"accountId":"111122223333","type":"AWS::KMS::Key","ARN":"arn:aws:kms:us-east-1:111122223333:key/k-1"}]}}""");

        assertThat(hint.action()).isEqualTo("ScheduleKeyDeletion");
        assertThat(hint.refused()).isFalse();
        assertThat(hint.keys()).containsExactlyInAnyOrder("k-1", "arn:aws:kms:us-east-1:111122223333:key/k-1");
        assertThat(hint.roles()).isEmpty();
    }

    @Rule("V11")
    @Test
    void kmsItselfNamesTheKeyInItsDetails() {
        var hint = read("""
                {"version":"0","id":"1","source":"aws.kms","detail-type":"KMS CMK Deletion","account":"111122223333",
                 "resources":["arn:aws:kms:us-east-1:111122223333:key/k-1"],"detail":{"key-id":"k-1"}}""");

        assertThat(hint.action()).isNull();
        assertThat(hint.keys()).containsExactlyInAnyOrder("k-1", "arn:aws:kms:us-east-1:111122223333:key/k-1");
    }

    @Rule("V11")
    @Test
    void aCallToIamNamesTheRoleAndThePolicy() {
        var hint = read("""
                {"id":"1","source":"aws.iam","detail-type":"AWS API Call via CloudTrail","account":"111122223333",
                 "detail":{"eventName":"DetachRolePolicy","errorCode":"AccessDenied","responseElements":null,
                 "requestParameters":{"roleName":"keyward","policyArn":"arn:aws:iam::111122223333:policy/keys"}}}""");

        assertThat(hint.roles()).containsExactly("keyward");
        assertThat(hint.policies()).containsExactly("arn:aws:iam::111122223333:policy/keys");
        assertThat(hint.refused()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"text\"",
                "{\"eventName\":7,\"requestParameters\":[\"keyId\"],\"resources\":\"k-1\"}",
                "{\"requestParameters\":{\"keyId\":{\"deep\":1}},\"resources\":[null,1,{\"ARN\":2}]}"
            })
    void whatIsOddNamesNothing(String detail) {
        var hint = read("{\"id\":\"1\",\"source\":\"aws.kms\",\"detail-type\":\"x\",\"detail\":" + detail + "}");

        assertThat(hint.keys()).isEmpty();
        assertThat(hint.action()).isNull();
    }

    private static AwsHint read(String event) {
        try {
            return EventBridgeReader.read(JSON.readValue(event, EventBridgeEvent.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(event, e);
        }
    }
}
