package io.keyward.validation.hint.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table: which events are about a key that a role of account 111122223333 opens. */
class AwsHintRulesTest {
    private static final String ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/" + ID;
    private static final String ROLE = "arn:aws:iam::111122223333:role/databases/keyward";

    @Rule("V11")
    @ParameterizedTest
    @CsvSource({
        "DisableKey, true",
        "EnableKey, true",
        "ScheduleKeyDeletion, true",
        "CancelKeyDeletion, true",
        "DeleteKey, true",
        "PutKeyPolicy, true",
        "CreateGrant, true",
        "RevokeGrant, true",
        "RetireGrant, true",
        "ImportKeyMaterial, true",
        "DeleteImportedKeyMaterial, true",
        "ReplicateKey, true",
        "UpdatePrimaryRegion, true",
        "EnableKeyRotation, true",
        "DisableKeyRotation, true",
        "RotateKeyOnDemand, true",
        "RotateKey, true",
        "Decrypt, false",
        "Encrypt, false",
        "DescribeKey, false",
        "GenerateDataKey, false",
        "GetKeyPolicy, false",
        "ListKeyRotations, false",
        "TagResource, false",
        "UpdateKeyDescription, false",
        "CreateKey, false",
        ", false"
    })
    void callsThatCanChangeAKeyAreAboutItAndThoseThatUseItAreNot(@Nullable String action, boolean expected) {
        for (var type : new String[] {"AWS API Call via CloudTrail", "AWS Service Event via CloudTrail"}) {
            assertThat(AwsHintRules.concerns(key("aws.kms", type, action, ID), KEY, ROLE))
                    .isEqualTo(expected);
        }
        assertThat(AwsHintRules.concerns(key("aws.ec2", "AWS API Call via CloudTrail", action, ID), KEY, ROLE))
                .isFalse();
    }

    @Rule("V11")
    @ParameterizedTest
    @CsvSource({
        "aws.kms, KMS CMK Deletion, true",
        "aws.kms, KMS Imported Key Material Expiration, true",
        "aws.kms, KMS CMK Rotation, true",
        "aws.kms, KMS Something New, false",
        "aws.s3, KMS CMK Deletion, false",
        "aws.health, AWS Health Event, false"
    })
    void whatKmsTellsOfAKeyIsAboutIt(String source, String type, boolean expected) {
        assertThat(AwsHintRules.concerns(key(source, type, null, KEY), KEY, ROLE))
                .isEqualTo(expected);
    }

    @Rule("V11")
    @ParameterizedTest
    @CsvSource({
        // by id and by ARN, in whichever region
        ID + ", " + KEY + ", true",
        KEY + ", " + KEY + ", true",
        KEY + ", " + ID + ", true",
        "arn:aws:kms:us-east-1:111122223333:key/mrk-1, arn:aws:kms:eu-west-1:111122223333:key/mrk-1, true",
        "mrk-1, arn:aws:kms:eu-west-1:111122223333:key/mrk-1, true",
        // others
        "mrk-1, arn:aws:kms:eu-west-1:111122223333:key/mrk-12, false",
        "alias/mine, " + KEY + ", false",
        "234567890ab, " + KEY + ", false",
        "'', " + KEY + ", false"
    })
    void aKeyIsTheSameInAllItsRegions(String named, String configured, boolean expected) {
        assertThat(AwsHintRules.concerns(
                        key("aws.kms", "AWS API Call via CloudTrail", "DisableKey", named), configured, ROLE))
                .isEqualTo(expected);
    }

    @Rule("V11")
    @ParameterizedTest
    @CsvSource({
        "UpdateAssumeRolePolicy, 111122223333, keyward, true",
        "PutRolePolicy, 111122223333, keyward, true",
        "DeleteRolePolicy, 111122223333, keyward, true",
        "AttachRolePolicy, 111122223333, keyward, true",
        "DetachRolePolicy, 111122223333, keyward, true",
        "PutRolePermissionsBoundary, 111122223333, keyward, true",
        "DeleteRolePermissionsBoundary, 111122223333, keyward, true",
        "DeleteRole, 111122223333, keyward, true",
        "CreateRole, 111122223333, keyward, true",
        "UpdateRole, 111122223333, keyward, true",
        "DeleteRole, , keyward, true",
        "DeleteRole, 111122223333, arn:aws:iam::111122223333:role/databases/keyward, true",
        "DeleteRole, 444455556666, keyward, false",
        "DeleteRole, 111122223333, keywardx, false",
        "DeleteRole, 111122223333, databases, false",
        "TagRole, 111122223333, keyward, false",
        "GetRole, 111122223333, keyward, false",
        "DeleteUser, 111122223333, keyward, false"
    })
    void callsThatCanChangeARoleAreAboutTheKeysItOpens(
            String action, @Nullable String account, String named, boolean expected) {
        assertThat(AwsHintRules.concerns(iam(action, account, Set.of(named), Set.of()), KEY, ROLE))
                .isEqualTo(expected);
    }

    @Rule("V11")
    @ParameterizedTest
    @CsvSource({
        "CreatePolicyVersion, arn:aws:iam::111122223333:policy/keys, true",
        "SetDefaultPolicyVersion, arn:aws:iam::111122223333:policy/keys, true",
        "DeletePolicyVersion, arn:aws:iam::111122223333:policy/keys, true",
        "DeletePolicy, arn:aws:iam::111122223333:policy/keys, true",
        "CreatePolicyVersion, arn:aws:iam::444455556666:policy/keys, false",
        "CreatePolicyVersion, keys, false",
        "CreatePolicy, arn:aws:iam::111122223333:policy/keys, false"
    })
    void aManagedPolicyIsAboutAllRolesOfItsAccount(String action, String policy, boolean expected) {
        assertThat(AwsHintRules.concerns(iam(action, "111122223333", Set.of(), Set.of(policy)), KEY, ROLE))
                .isEqualTo(expected);
    }

    @Rule("V11")
    @ParameterizedTest
    @CsvSource({"aws.kms, DisableKey", "aws.iam, DeleteRole"})
    void aRefusedCallChangedNothing(String source, String action) {
        var hint = new AwsHint(
                source,
                "AWS API Call via CloudTrail",
                action,
                true,
                "111122223333",
                Set.of(KEY),
                Set.of("keyward"),
                Set.of());

        assertThat(AwsHintRules.concerns(hint, KEY, ROLE)).isFalse();
    }

    private static AwsHint key(String source, String type, @Nullable String action, String named) {
        return new AwsHint(source, type, action, false, "111122223333", Set.of(named), Set.of("keyward"), Set.of());
    }

    private static AwsHint iam(String action, @Nullable String account, Set<String> roles, Set<String> policies) {
        return new AwsHint(
                "aws.iam", "AWS API Call via CloudTrail", action, false, account, Set.of(ID), roles, policies);
    }
}
