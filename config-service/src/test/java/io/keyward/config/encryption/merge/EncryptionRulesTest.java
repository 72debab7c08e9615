package io.keyward.config.encryption.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.credential.SentCredentials;
import io.keyward.config.encryption.merge.EncryptionRules.Merge;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.situation.ClusterUse;
import io.keyward.config.encryption.situation.Situation;
import io.keyward.config.encryption.situation.Situations;
import io.keyward.testkit.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionRulesTest {
    private static final String ROLE = "32b6e34b3d91647abb20e7b8";
    private static final String OTHER_ROLE = "52b6e34b3d91647abb20e7b8";
    private static final String ARN = "arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012";
    private static final AwsKms KEY = new AwsKms("mrk-1234", AwsRegion.US_EAST_1, ROLE, false);
    private static final EncryptionConfig ON = EncryptionConfig.of(KEY, false);
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Rule({"C1", "R3"})
    @ParameterizedTest(name = "{1}")
    @MethodSource("merges")
    void mergesPerProvider(EncryptionConfig current, String body, Merge expected) {
        assertThat(EncryptionRules.merge(current, patch(body), SentCredentials.NONE))
                .isEqualTo(expected);
    }

    static Stream<Arguments> merges() {
        String whole = "{'awsKms':{'enabled':true,'customerMasterKeyID':'mrk-1234','region':'us-east-1','roleId':'"
                + ROLE + "'";
        return Stream.of(
                // Nothing asked for, in every way that clients ask for nothing
                arguments(EncryptionConfig.OFF, "{}", new Merge.Unchanged()),
                arguments(ON, "{}", new Merge.Unchanged()),
                arguments(ON, "{'awsKms':{}}", new Merge.Unchanged()),
                arguments(ON, "{'awsKms':{'valid':true}}", new Merge.Unchanged()),
                arguments(ON, "{'awsKms':null,'azureKeyVault':null,'googleCloudKms':{}}", new Merge.Unchanged()),
                arguments(EncryptionConfig.OFF, "{'awsKms':{'enabled':false}}", new Merge.Unchanged()),
                arguments(
                        EncryptionConfig.OFF,
                        "{'awsKms':{'enabled':false,'customerMasterKeyID':null,'region':null,'valid':false}}",
                        new Merge.Unchanged()),
                arguments(
                        EncryptionConfig.OFF,
                        "{'awsKms':{'requirePrivateNetworking':false,'valid':false}}",
                        new Merge.Unchanged()),
                arguments(ON, whole + "}}", new Merge.Unchanged()),
                arguments(
                        ON,
                        whole + ",'requirePrivateNetworking':false,'valid':true},"
                                + "'azureKeyVault':{'enabled':false,'valid':false,'keyIdentifier':null},"
                                + "'googleCloudKms':{'enabled':false,'valid':false},'enabledForSearchNodes':false}",
                        new Merge.Unchanged()),
                // First configuration
                arguments(EncryptionConfig.OFF, whole + "}}", changed(KEY)),
                arguments(
                        EncryptionConfig.OFF,
                        "{'awsKms':{'enabled':true,'customerMasterKeyID':'mrk-1234','region':'US_EAST_1','roleId':'"
                                + ROLE + "'}}",
                        changed(KEY)),
                arguments(
                        EncryptionConfig.OFF,
                        "{'awsKms':{'enabled':true,'customerMasterKeyID':'mrk-1234','region':'US_EAST_1'}}",
                        refused(new EncryptionError.MissingFields(List.of("awsKms.roleId")))),
                arguments(
                        EncryptionConfig.OFF,
                        "{'awsKms':{'roleId':'" + ROLE + "'}}",
                        refused(new EncryptionError.MissingFields(
                                List.of("awsKms.enabled", "awsKms.customerMasterKeyID", "awsKms.region")))),
                // Later changes need to name only what changes
                arguments(
                        ON,
                        "{'awsKms':{'roleId':'" + OTHER_ROLE + "'}}",
                        changed(new AwsKms("mrk-1234", AwsRegion.US_EAST_1, OTHER_ROLE, false))),
                arguments(
                        ON,
                        "{'awsKms':{'requirePrivateNetworking':true}}",
                        changed(new AwsKms("mrk-1234", AwsRegion.US_EAST_1, ROLE, true))),
                arguments(ON, "{'enabledForSearchNodes':true}", changed(EncryptionConfig.of(KEY, true))),
                arguments(ON, "{'awsKms':{'customerMasterKeyID':''}}", new Merge.Unchanged()),
                arguments(ON, "{'awsKms':{'enabled':false}}", changed(EncryptionConfig.OFF)),
                // Credentials
                arguments(
                        EncryptionConfig.OFF,
                        whole + ",'accessKeyID':'019dd98d94b4bb778e7552e4','secretAccessKey':'string'}}",
                        changed(KEY)),
                arguments(
                        EncryptionConfig.OFF,
                        "{'awsKms':{'enabled':true,'customerMasterKeyID':'mrk-1234','region':'US_EAST_1',"
                                + "'accessKeyID':'AKIA','secretAccessKey':'s'}}",
                        refused(new EncryptionError.CredentialsNotSupported())),
                arguments(
                        ON,
                        "{'awsKms':{'accessKeyID':'AKIA','secretAccessKey':'s'}}",
                        refused(new EncryptionError.CredentialsNotSupported())),
                arguments(ON, "{'awsKms':{'enabled':true,'secretAccessKey':''}}", new Merge.Unchanged()));
    }

    @Rule("C3")
    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("keys")
    void takesAnIdOrAnArnThatAgreesWithTheRegion(String key, String region, Merge expected) {
        String body = "{'awsKms':{'enabled':true,'customerMasterKeyID':'" + key + "','region':'" + region
                + "','roleId':'" + ROLE + "'}}";
        assertThat(EncryptionRules.merge(EncryptionConfig.OFF, patch(body), SentCredentials.NONE))
                .isEqualTo(expected);
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                arguments(ARN, "US_EAST_1", changed(new AwsKms(ARN, AwsRegion.US_EAST_1, ROLE, false))),
                arguments(ARN, "eu-west-1", refused(new EncryptionError.RegionMismatch("us-east-1", "EU_WEST_1"))),
                arguments("mrk-1", "MOON_1", refused(new EncryptionError.UnknownRegion("MOON_1"))),
                arguments("mrk-1", "GLOBAL", refused(new EncryptionError.UnknownRegion("GLOBAL"))),
                arguments(
                        ARN.replace("arn:aws:", "arn:aws-cn:"),
                        "us-east-1",
                        refused(new EncryptionError.PartitionMismatch("aws-cn", "aws"))),
                arguments("alias/mine", "US_EAST_1", refused(new EncryptionError.MalformedKey("alias/mine"))),
                arguments(
                        "arn:aws:s3:::bucket",
                        "US_EAST_1",
                        refused(new EncryptionError.MalformedKey("arn:aws:s3:::bucket"))));
    }

    @Rule("C1")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'azureKeyVault':{}}",
                "{'azureKeyVault':{'enabled':false,'valid':false,'secret':null}}",
                "{'azureKeyVault':{'enabled':false,'keyVaultName':'vault'}}",
                "{'googleCloudKms':{'enabled':false,'serviceAccountKey':null,'roleId':null}}"
            })
    void toleratesOtherProvidersThatAskForNothing(String body) {
        assertThat(EncryptionRules.merge(ON, patch(body), SentCredentials.NONE)).isEqualTo(new Merge.Unchanged());
    }

    @Rule({"C8", "C9"})
    @ParameterizedTest(name = "{0}")
    @MethodSource("holders")
    void clustersThatStayHoldTheirKey(
            String what, Situation now, boolean valid, EncryptionError toDisable, EncryptionError toChange) {
        assertThat(EncryptionRules.cannotDisable(now, valid)).isEqualTo(Optional.ofNullable(toDisable));
        assertThat(EncryptionRules.keyInvalid(now, valid)).isEqualTo(Optional.ofNullable(toChange));
    }

    static Stream<Arguments> holders() {
        ProviderState state = Situations.state(KEY, Situations.current("key", ARN));
        ClusterUse orders = Situations.cluster("orders", false, List.of("key"));
        ClusterUse users = Situations.cluster("users", false, List.of("key"));
        ClusterUse leaving = Situations.cluster("leaving", true, List.of("key"));
        EncryptionError invalid = new EncryptionError.KeyInvalid(ARN, List.of("orders", "users"));
        return Stream.of(
                arguments("nobody", Situations.situation(state), true, null, null),
                arguments("nobody, invalid", Situations.situation(state), false, null, null),
                arguments("on its way out", Situations.situation(state, leaving), false, null, null),
                arguments(
                        "two",
                        Situations.situation(state, orders, leaving, users),
                        true,
                        new EncryptionError.CannotDisable(List.of("orders", "users")),
                        null),
                arguments(
                        "two, invalid", Situations.situation(state, orders, leaving, users), false, invalid, invalid));
    }

    @Rule({"C9", "C10"})
    @ParameterizedTest
    @CsvSource({
        "mrk-1234, arn:aws:kms:us-east-1:111122223333:key/mrk-1234, false",
        "mrk-1234, mrk-1234, false",
        "arn:aws:kms:us-east-1:111122223333:key/mrk-1234, arn:aws:kms:us-east-1:111122223333:key/mrk-1234, false",
        "arn:aws:kms:eu-west-1:111122223333:key/mrk-1234, arn:aws:kms:eu-west-1:111122223333:key/mrk-1234, false",
        "mrk-5678, mrk-5678, true",
        "mrk-5678, arn:aws:kms:us-east-1:111122223333:key/mrk-5678, true",
        "arn:aws:kms:us-east-1:999922223333:key/mrk-1234, arn:aws:kms:us-east-1:999922223333:key/mrk-1234, true"
    })
    void anotherSpellingOrRegionIsNoOtherKey(String spelt, String arn, boolean other) {
        ProviderState current =
                Situations.state(KEY, Situations.current("key", "arn:aws:kms:us-east-1:111122223333:key/mrk-1234"));
        AwsKms wanted = new AwsKms(spelt, AwsRegion.US_EAST_1, ROLE, false);

        assertThat(EncryptionRules.isOtherKey(current, wanted, arn)).isEqualTo(other);
        assertThat(EncryptionRules.isOtherKey(Situations.off(), wanted, arn)).isFalse();
    }

    @Test
    @Rule("P4")
    void isNeverPrintedWithItsSecret() {
        assertThat(patch("{'awsKms':{'secretAccessKey':'hush'},'azureKeyVault':{'secret':'hush'},"
                                + "'googleCloudKms':{'serviceAccountKey':'hush'}}")
                        .toString())
                .doesNotContain("hush");
    }

    private static Merge changed(AwsKms aws) {
        return changed(EncryptionConfig.of(aws, false));
    }

    private static Merge refused(EncryptionError error) {
        return new Merge.Refused(error);
    }

    private static EncryptionPatch patch(String body) {
        try {
            return JSON.readValue(body.replace('\'', '"'), EncryptionPatch.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }

    private static Merge changed(EncryptionConfig next) {
        return new Merge.Changed(new Proposal(next, SentCredentials.NONE));
    }
}
