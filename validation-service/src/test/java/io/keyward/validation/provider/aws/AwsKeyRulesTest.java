package io.keyward.validation.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.provider.aws.AwsFailure.Kind;
import io.keyward.validation.provider.aws.AwsKeyRules.KeyDescription;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AwsKeyRulesTest {
    private static final AwsTarget.Key TARGET =
            new AwsTarget.Key("arn:aws:kms:us-east-1:111122223333:key/1", "us-east-1");
    private static final AwsKey KEY =
            new AwsKey("group", null, TARGET.arn(), "us-east-1", new KeyPath.Public(false), "role", "external", null);

    @ParameterizedTest
    @Rule({"V6", "C4"})
    @CsvSource({
        "Enabled,                ENCRYPT_DECRYPT,     SYMMETRIC_DEFAULT, ,             ",
        "Disabled,               ENCRYPT_DECRYPT,     SYMMETRIC_DEFAULT, REVOKED,      KEY_DISABLED",
        "PendingDeletion,        ENCRYPT_DECRYPT,     SYMMETRIC_DEFAULT, REVOKED,      KEY_PENDING_DELETION",
        "PendingReplicaDeletion, ENCRYPT_DECRYPT,     SYMMETRIC_DEFAULT, REVOKED,      KEY_PENDING_DELETION",
        "PendingImport,          ENCRYPT_DECRYPT,     SYMMETRIC_DEFAULT, REVOKED,      KEY_MATERIAL_MISSING",
        "Creating,               ENCRYPT_DECRYPT,     SYMMETRIC_DEFAULT, INCONCLUSIVE, PROVIDER_FAULT",
        "Updating,               ENCRYPT_DECRYPT,     SYMMETRIC_DEFAULT, INCONCLUSIVE, PROVIDER_FAULT",
        "Unavailable,            ENCRYPT_DECRYPT,     SYMMETRIC_DEFAULT, INCONCLUSIVE, KEY_STORE_UNAVAILABLE",
        "Hibernating,            ENCRYPT_DECRYPT,     SYMMETRIC_DEFAULT, INCONCLUSIVE, UNKNOWN",
        "Enabled,                SIGN_VERIFY,         RSA_2048,          UNUSABLE,     WRONG_KEY_USAGE",
        "Disabled,               GENERATE_VERIFY_MAC, HMAC_256,          UNUSABLE,     WRONG_KEY_USAGE",
        "Enabled,                ENCRYPT_DECRYPT,     RSA_2048,          UNUSABLE,     WRONG_KEY_TYPE",
    })
    void readsADescription(String state, String usage, String spec, String outcome, String reason) {
        var finding = AwsKeyRules.described(new KeyDescription(state, usage, spec, null));

        assertThat(finding.map(found -> said(found).outcome()).orElse(null)).isEqualTo(outcome);
        assertThat(finding.flatMap(found -> said(found).reasonCode()).orElse(null))
                .isEqualTo(reason);
    }

    /** What each kind of failure amounts to for a key that worked before, and whether the canary is asked. */
    @ParameterizedTest
    @Rule("V6")
    @CsvSource({
        "KEY_DISABLED,          REVOKED,      KEY_DISABLED,          false",
        "KEY_PENDING_DELETION,  REVOKED,      KEY_PENDING_DELETION,  false",
        "KEY_MATERIAL_MISSING,  REVOKED,      KEY_MATERIAL_MISSING,  false",
        "KEY_NOT_FOUND,         REVOKED,      KEY_NOT_FOUND,         false",
        "ACCESS_DENIED,         REVOKED,      ACCESS_REVOKED,        true",
        "WRONG_KEY_USAGE,       UNUSABLE,     WRONG_KEY_USAGE,       false",
        "INVALID_REQUEST,       UNUSABLE,     INVALID_REQUEST,       false",
        "WRONG_CIPHERTEXT,      UNUSABLE,     WRONG_CIPHERTEXT,      false",
        "KEY_NOT_READY,         INCONCLUSIVE, PROVIDER_FAULT,        false",
        "KEY_STORE_UNAVAILABLE, INCONCLUSIVE, KEY_STORE_UNAVAILABLE, false",
        "NETWORK_POLICY,        INCONCLUSIVE, NETWORK_POLICY,        false",
        "OUR_CREDENTIALS,       INCONCLUSIVE, OUR_CREDENTIALS,       false",
        "SESSION_EXPIRED,       INCONCLUSIVE, OUR_CREDENTIALS,       false",
        "THROTTLED,             INCONCLUSIVE, THROTTLED,             false",
        "PROVIDER_FAULT,        INCONCLUSIVE, PROVIDER_FAULT,        false",
        "UNREACHABLE,           INCONCLUSIVE, UNREACHABLE,           false",
        "UNTRUSTED_PEER,        INCONCLUSIVE, UNREACHABLE,           false",
        "TIMED_OUT,             INCONCLUSIVE, TIMED_OUT,             false",
        "UNKNOWN,               INCONCLUSIVE, UNKNOWN,               false",
    })
    void readsAFailedDecrypt(Kind kind, String outcome, String reason, boolean needsCanary) {
        var finding = AwsKeyRules.failed(AwsKeyRules.DECRYPT, failure(kind), true);

        assertThat(said(finding).outcome()).isEqualTo(outcome);
        assertThat(said(finding).reasonCode()).contains(reason);
        assertThat(AwsKeyRules.needsCanary(finding)).isEqualTo(needsCanary);
    }

    @ParameterizedTest
    @CsvSource({"true, REVOKED, KEY_NOT_FOUND", "false, UNUSABLE, KEY_NEVER_FOUND"})
    @Rule("V6")
    void tellsALostKeyFromATypingError(boolean seenBefore, String outcome, String reason) {
        var check = said(AwsKeyRules.failed(AwsKeyRules.DESCRIBE_KEY, failure(Kind.KEY_NOT_FOUND), seenBefore));

        assertThat(check.outcome()).isEqualTo(outcome);
        assertThat(check.reasonCode()).contains(reason);
    }

    /** Promise P6: whatever is found, there are words for it. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    @Rule("P6")
    void explainsEveryFailure(Kind kind) {
        for (var operation : List.of(AwsKeyRules.ASSUME_ROLE, AwsKeyRules.ENCRYPT)) {
            Evidence evidence =
                    said(AwsKeyRules.failed(operation, failure(kind), true)).evidence();

            assertThat(evidence.explanation()).isNotBlank().doesNotContain("null");
            assertThat(evidence.remedy()).isNotBlank().doesNotContain("null");
        }
    }

    private static KeyCheck said(Finding finding) {
        return AwsWords.check(finding, KEY, TARGET, List.of());
    }

    private static AwsFailure failure(Kind kind) {
        return new AwsFailure(kind, "Code", "AWS's words", "request-1");
    }
}
