package io.keyward.validation.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.provider.aws.call.AwsFailure;
import io.keyward.validation.provider.aws.call.AwsFailure.Kind;
import io.keyward.validation.provider.aws.call.AwsOperations;
import io.keyward.validation.provider.aws.call.AwsRouteRules;
import io.keyward.validation.provider.aws.life.KeyDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        "Creating,               ENCRYPT_DECRYPT,     SYMMETRIC_DEFAULT, INCONCLUSIVE, KEY_NOT_READY",
        "Updating,               ENCRYPT_DECRYPT,     SYMMETRIC_DEFAULT, INCONCLUSIVE, KEY_NOT_READY",
        "Unavailable,            ENCRYPT_DECRYPT,     SYMMETRIC_DEFAULT, INCONCLUSIVE, KEY_STORE_UNAVAILABLE",
        "Hibernating,            ENCRYPT_DECRYPT,     SYMMETRIC_DEFAULT, INCONCLUSIVE, UNKNOWN",
        "Enabled,                SIGN_VERIFY,         RSA_2048,          UNUSABLE,     WRONG_KEY_USAGE",
        "Disabled,               GENERATE_VERIFY_MAC, HMAC_256,          UNUSABLE,     WRONG_KEY_USAGE",
        "Enabled,                ENCRYPT_DECRYPT,     RSA_2048,          UNUSABLE,     WRONG_KEY_TYPE",
    })
    void readsADescription(String state, String usage, String spec, String outcome, String reason) {
        var finding =
                AwsKeyRules.described(new KeyDescription(state, usage, spec, KeyDescription.Dates.NONE, null), false);

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
        "KEY_NOT_READY,         INCONCLUSIVE, KEY_NOT_READY,         false",
        "KEY_STORE_UNAVAILABLE, INCONCLUSIVE, KEY_STORE_UNAVAILABLE, false",
        "NETWORK_POLICY,        INCONCLUSIVE, NETWORK_POLICY,        false",
        "DENIED_ON_PUBLIC_PATH, INCONCLUSIVE, NETWORK_POLICY,        false",
        "DENIED_TO_NEW_ENDPOINT, INCONCLUSIVE, NETWORK_POLICY,       false",
        "OUR_CREDENTIALS,       INCONCLUSIVE, OUR_CREDENTIALS,       false",
        "UNKNOWN_PRINCIPAL,     INCONCLUSIVE, OUR_CREDENTIALS,       false",
        "ACCOUNT_SUSPENDED,     INCONCLUSIVE, UNKNOWN,               false",
        "SESSION_EXPIRED,       INCONCLUSIVE, OUR_CREDENTIALS,       false",
        "THROTTLED,             INCONCLUSIVE, THROTTLED,             false",
        "PROVIDER_FAULT,        INCONCLUSIVE, PROVIDER_FAULT,        false",
        "UNREACHABLE,           INCONCLUSIVE, UNREACHABLE,           false",
        "UNTRUSTED_PEER,        INCONCLUSIVE, UNREACHABLE,           false",
        "TIMED_OUT,             INCONCLUSIVE, TIMED_OUT,             false",
        "UNKNOWN,               INCONCLUSIVE, UNKNOWN,               false",
    })
    void readsAFailedDecrypt(Kind kind, String outcome, String reason, boolean needsCanary) {
        var finding = AwsKeyRules.failed(AwsOperations.DECRYPT, failure(kind), true);

        assertThat(said(finding).outcome()).isEqualTo(outcome);
        assertThat(said(finding).reasonCode()).contains(reason);
        assertThat(AwsKeyRules.needsCanary(finding)).isEqualTo(needsCanary);
    }

    @ParameterizedTest
    @CsvSource({"true, REVOKED, KEY_NOT_FOUND", "false, UNUSABLE, KEY_NEVER_FOUND"})
    @Rule("V6")
    void tellsALostKeyFromATypingError(boolean seenBefore, String outcome, String reason) {
        var check = said(AwsKeyRules.failed(AwsOperations.DESCRIBE_KEY, failure(Kind.KEY_NOT_FOUND), seenBefore));

        assertThat(check.outcome()).isEqualTo(outcome);
        assertThat(check.reasonCode()).contains(reason);
    }

    /** What a denial is on each way; a failure of another kind is the same on all of them. */
    @ParameterizedTest
    @Rule({"V6", "E9", "P2"})
    @CsvSource({
        // kind,         denied by,       path,        age of the endpoint | read as
        "ACCESS_DENIED,  explicit deny in a resource-based policy, PUBLIC,      ,      ACCESS_DENIED",
        "ACCESS_DENIED,  no identity-based policy allows,          PUBLIC,      ,      ACCESS_DENIED",
        "ACCESS_DENIED,  explicit deny in a resource-based policy, PROVISIONAL, ,      DENIED_ON_PUBLIC_PATH",
        "ACCESS_DENIED,  no resource-based policy allows,          PROVISIONAL, ,      DENIED_ON_PUBLIC_PATH",
        "ACCESS_DENIED,  no identity-based policy allows,          PROVISIONAL, ,      DENIED_ON_PUBLIC_PATH",
        "ACCESS_DENIED,  explicit deny in a service control policy, PROVISIONAL, ,     DENIED_ON_PUBLIC_PATH",
        "ACCESS_DENIED,  nobody says who,                          PROVISIONAL, ,      DENIED_ON_PUBLIC_PATH",
        "ACCESS_DENIED,  explicit deny in a resource-based policy, PRIVATE,     PT0S,  DENIED_TO_NEW_ENDPOINT",
        "ACCESS_DENIED,  explicit deny in a resource-based policy, PRIVATE,     PT59M59S, DENIED_TO_NEW_ENDPOINT",
        "ACCESS_DENIED,  explicit deny in a resource-based policy, PRIVATE,     PT1H,  ACCESS_DENIED",
        "ACCESS_DENIED,  no resource-based policy allows,          PRIVATE,     PT0S,  ACCESS_DENIED",
        "ACCESS_DENIED,  no identity-based policy allows,          PRIVATE,     PT0S,  ACCESS_DENIED",
        "ACCESS_DENIED,  explicit deny in an identity-based policy, PRIVATE,    PT0S,  ACCESS_DENIED",
        "ACCESS_DENIED,  nobody says who,                          PRIVATE,     PT0S,  ACCESS_DENIED",
        "NETWORK_POLICY, no VPC endpoint policy allows,            PRIVATE,     PT0S,  NETWORK_POLICY",
        "NETWORK_POLICY, no VPC endpoint policy allows,            PRIVATE,     PT9H,  NETWORK_POLICY",
        "KEY_DISABLED,   it is disabled,                           PROVISIONAL, ,      KEY_DISABLED",
        "KEY_DISABLED,   it is disabled,                           PRIVATE,     PT0S,  KEY_DISABLED",
        "KEY_NOT_FOUND,  it is not found,                          PROVISIONAL, ,      KEY_NOT_FOUND",
        "UNREACHABLE,    connection closed,                        PRIVATE,     PT0S,  UNREACHABLE",
    })
    void readsADenialByTheWayItCame(Kind kind, String words, String path, @Nullable Duration age, Kind read) {
        var now = Instant.parse("2026-11-22T12:00:00Z");
        var way =
                switch (path) {
                    case "PRIVATE" -> new KeyPath.Private("vpce-1", "vpce-1.example.org", now.minus(age));
                    default -> new KeyPath.Public(path.equals("PROVISIONAL"));
                };
        var failure = new AwsFailure(kind, "Code", "is not authorized because " + words, "request-1");

        assertThat(AwsRouteRules.onPath(failure, way, now, Duration.ofHours(1))).isEqualTo(failure.as(read));
    }

    /** Promise P6: whatever is found, there are words for it. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    @Rule("P6")
    void explainsEveryFailure(Kind kind) {
        for (var operation : List.of(AwsOperations.ASSUME_ROLE, AwsOperations.ENCRYPT)) {
            Evidence evidence =
                    said(AwsKeyRules.failed(operation, failure(kind), true)).evidence();

            assertThat(evidence.explanation()).isNotBlank().doesNotContain("null");
            assertThat(evidence.remedy()).isNotBlank().doesNotContain("null");
        }
    }

    private static KeyCheck said(Finding finding) {
        return AwsWords.check(new Learned(finding, null), KEY, TARGET, List.of());
    }

    private static AwsFailure failure(Kind kind) {
        return new AwsFailure(kind, "Code", "AWS's words", "request-1");
    }
}
