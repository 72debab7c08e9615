package io.keyward.validation.provider.aws;

import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.Evidence.Call;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.check.role.RoleCheck;
import io.keyward.validation.check.role.RoleCheck.Outcome;
import io.keyward.validation.provider.aws.Finding.NoAnswer;
import io.keyward.validation.provider.aws.Finding.Taken;
import io.keyward.validation.provider.aws.Finding.Works;
import io.keyward.validation.provider.aws.Finding.Wrong;
import io.keyward.validation.provider.aws.call.AwsFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings in words that an operator understands who has never read this code: what happened, and what to do about it. */
final class AwsWords {
    private static final String RESUMES =
            " Clusters that were stopped resume by themselves with the next check, or at once when the key is tried again.";
    private static final String LOOKED_AT_AGAIN = "Nothing to do unless it lasts: the key is checked again by itself.";

    private static final String RECONNECT = "Connect the custom key store again (kms:ConnectCustomKeyStore).";
    private static final String DISCONNECTED =
            "The custom key store that holds the key was disconnected, which revokes its keys here (keyward.aws.disconnected-key-store-revokes).";

    private AwsWords() {}

    /** The answer of a check. */
    static KeyCheck check(Learned learned, AwsKey key, AwsTarget.Key target, List<Call> calls) {
        var finding = learned.finding();
        var evidence =
                new Evidence(target.arn(), explanation(finding), remedy(finding, key, target), calls, learned.life());
        return switch (finding) {
            case Works works -> new KeyCheck.Valid(evidence, works.freshProbe());
            case Taken taken -> new KeyCheck.Revoked(taken.reason(), evidence);
            case Wrong wrong -> new KeyCheck.Unusable(wrong.problem(), wrong.dataReadable(), evidence);
            case NoAnswer silence -> new KeyCheck.Inconclusive(silence.cause(), evidence);
        };
    }

    /** The answer of a check that asked nobody. */
    static KeyCheck refused(AwsKey key, AwsTarget.Refused refused) {
        var evidence = new Evidence(key.key(), refused.explanation(), refused.remedy(), List.of());
        return new KeyCheck.Unusable(Problem.INVALID_REQUEST, false, evidence);
    }

    static RoleCheck assumable(String roleArn, List<Call> calls) {
        return role(
                Outcome.ASSUMABLE, roleArn, "The role was assumed with the external id of the project.", null, calls);
    }

    static RoleCheck notARole(String roleArn) {
        return role(
                Outcome.REFUSED,
                roleArn,
                "This is not the ARN of an IAM role.",
                "Give the ARN of the role.",
                List.of());
    }

    static RoleCheck roleTimedOut(String roleArn, List<Call> calls) {
        return role(Outcome.INCONCLUSIVE, roleArn, "AWS STS did not answer in time.", "Try again in a moment.", calls);
    }

    static RoleCheck roleNotProven(String roleArn, AwsFailure canary, List<Call> calls) {
        return role(Outcome.INCONCLUSIVE, roleArn, ourFault(canary), operatorsTask(), calls);
    }

    /** A role that could not be assumed: refused when the answer is the customer's, inconclusive when there was none. */
    static RoleCheck role(Finding finding, String roleArn, List<Call> calls) {
        var outcome = finding instanceof NoAnswer ? Outcome.INCONCLUSIVE : Outcome.REFUSED;
        var remedy = finding instanceof NoAnswer silence ? remedyOf(silence) : trustTheRole(roleArn);
        return role(outcome, roleArn, explanation(finding), remedy, calls);
    }

    private static RoleCheck role(
            Outcome outcome, String roleArn, String explanation, @Nullable String remedy, List<Call> calls) {
        return new RoleCheck(outcome, new Evidence(roleArn, explanation, remedy, calls));
    }

    private static String explanation(Finding finding) {
        return switch (finding) {
            case Works ignored -> "The key encrypts and decrypts as the project's role.";
            case Taken taken -> explanationOf(taken);
            case Wrong wrong -> explanationOf(wrong);
            case NoAnswer silence -> explanationOf(silence);
        };
    }

    private static @Nullable String remedy(Finding finding, AwsKey key, AwsTarget.Key target) {
        return switch (finding) {
            case Works ignored -> null;
            case Taken taken -> remedyOf(taken, key, target);
            case Wrong wrong -> remedyOf(wrong, target);
            case NoAnswer silence -> remedyOf(silence);
        };
    }

    private static String explanationOf(Taken taken) {
        return switch (taken.reason()) {
            case KEY_DISABLED -> "The key was disabled in AWS KMS: nothing can be encrypted or decrypted with it.";
            case KEY_PENDING_DELETION ->
                "The key is scheduled for deletion in AWS KMS" + deletionDate(taken)
                        + ": nothing can be encrypted or decrypted with it.";
            case KEY_MATERIAL_MISSING ->
                "The key has no key material in AWS KMS: what was imported has expired or was deleted.";
            case KEY_NOT_FOUND -> "AWS KMS no longer finds the key, which worked before.";
            case ACCESS_REVOKED ->
                isDisconnected(taken)
                        ? DISCONNECTED
                        : "AWS KMS denied " + taken.operation() + " to the project's role" + denier(taken)
                                + ". Keyward's own identity works: its canary role was assumed after the denial.";
            case ASSIGNMENT_REVOKED, JUSTIFICATION_DENIED ->
                "AWS KMS denied " + taken.operation() + " to the project's role.";
            case ROLE_NOT_ASSUMABLE, CREDENTIALS_INVALID, CREDENTIALS_EXPIRED ->
                "AWS STS refused to let Keyward assume the project's role" + denier(taken)
                        + ". Keyward's own identity works: its canary role was assumed after the refusal.";
        };
    }

    private static String remedyOf(Taken taken, AwsKey key, AwsTarget.Key target) {
        return switch (taken.reason()) {
            case KEY_DISABLED -> "Enable the key in AWS KMS (kms:EnableKey)." + RESUMES;
            case KEY_PENDING_DELETION ->
                "Cancel the deletion (kms:CancelKeyDeletion), then enable the key (kms:EnableKey): once it is deleted, data under"
                        + " it is lost for good." + RESUMES;
            case KEY_MATERIAL_MISSING -> "Import the same key material again (kms:ImportKeyMaterial)." + RESUMES;
            case KEY_NOT_FOUND ->
                "If the key was deleted, data under it cannot be recovered. If the project was to use another key, configure that one.";
            case ACCESS_REVOKED ->
                isDisconnected(taken)
                        ? RECONNECT + RESUMES
                        : "Allow the role to use the key, in the role's permissions and in the key's policy: "
                                + statement(target.arn()) + "." + RESUMES;
            case ASSIGNMENT_REVOKED, JUSTIFICATION_DENIED ->
                "Allow the role to use the key: " + statement(target.arn()) + "." + RESUMES;
            case ROLE_NOT_ASSUMABLE, CREDENTIALS_INVALID, CREDENTIALS_EXPIRED -> trustTheRole(key.roleArn()) + RESUMES;
        };
    }

    private static String explanationOf(Wrong wrong) {
        return switch (wrong.problem()) {
            case WRONG_KEY_USAGE -> "The key is not made for encryption: " + wrong.detail() + ".";
            case WRONG_KEY_TYPE -> "The key is not a symmetric encryption key: " + wrong.detail() + ".";
            case KEY_NEVER_FOUND -> "AWS KMS does not know the key: " + wrong.detail();
            case DESCRIBE_KEY_DENIED ->
                "The project's role may not read the state of the key (kms:DescribeKey is denied), though "
                        + wrong.detail() + ".";
            case ENCRYPT_DENIED ->
                (wrong.dataReadable()
                                ? "Existing data can be read, but new data keys cannot be wrapped: kms:Encrypt is denied, "
                                : "New data keys cannot be wrapped: kms:Encrypt is denied, ")
                        + wrong.detail() + ".";
            case INVALID_REQUEST,
                    KEY_EXPIRED,
                    KEY_NOT_YET_VALID,
                    KEY_VERSION_MISSING,
                    SERVICE_DISABLED,
                    KEY_ELSEWHERE,
                    PRIVATE_NETWORK_NOT_ENABLED -> "AWS cannot make sense of the configuration: " + wrong.detail();
            case WRONG_CIPHERTEXT -> "The key does not open what it has just encrypted: " + wrong.detail();
        };
    }

    private static String remedyOf(Wrong wrong, AwsTarget.Key target) {
        return switch (wrong.problem()) {
            case WRONG_KEY_USAGE, WRONG_KEY_TYPE -> "Use a key of type SYMMETRIC_DEFAULT with usage ENCRYPT_DECRYPT.";
            case KEY_NEVER_FOUND -> "Check account, region and id of the key.";
            case DESCRIBE_KEY_DENIED ->
                "Add kms:DescribeKey to the role's permissions and to the key's policy: " + statement(target.arn())
                        + ".";
            case ENCRYPT_DENIED ->
                "Add kms:Encrypt to the role's permissions and to the key's policy: " + statement(target.arn()) + ".";
            case INVALID_REQUEST,
                    KEY_EXPIRED,
                    KEY_NOT_YET_VALID,
                    KEY_VERSION_MISSING,
                    SERVICE_DISABLED,
                    KEY_ELSEWHERE,
                    PRIVATE_NETWORK_NOT_ENABLED -> "Check the key, the region and the role of the configuration.";
            case WRONG_CIPHERTEXT -> "Check with AWS what happened to the key.";
        };
    }

    private static String explanationOf(NoAnswer silence) {
        return switch (silence.cause()) {
            case UNREACHABLE ->
                silence.failure().kind() == AwsFailure.Kind.UNTRUSTED_PEER
                        ? "Whoever answered instead of AWS could not prove to be AWS ("
                                + silence.failure().words() + ")."
                        : "AWS could not be reached for " + silence.operation() + " ("
                                + silence.failure().words() + ").";
            case TIMED_OUT -> "AWS did not answer " + silence.operation() + " in time.";
            case THROTTLED ->
                "AWS throttled " + silence.operation() + " ("
                        + silence.failure().words() + ").";
            case PROVIDER_FAULT ->
                "AWS failed at " + silence.operation() + " ("
                        + silence.failure().words() + ").";
            case KEY_NOT_READY ->
                "The key cannot be used yet (" + silence.failure().words() + ").";
            case OUR_CREDENTIALS, CREDENTIALS_NOT_AT_HAND -> ourFault(silence.failure());
            case NETWORK_POLICY, PRIVATE_ENDPOINT_MISSING -> AwsPathWords.explanation(silence);
            case KEY_STORE_UNAVAILABLE ->
                "The custom key store that holds the key is not available ("
                        + silence.failure().words() + ").";
            case UNKNOWN ->
                silence.failure().kind() == AwsFailure.Kind.ACCOUNT_SUSPENDED
                        ? "AWS serves the account of the key no longer, or not yet ("
                                + silence.failure().words() + ")."
                        : "AWS answered " + silence.operation() + " with something Keyward does not know ("
                                + silence.failure().words() + ").";
        };
    }

    private static String remedyOf(NoAnswer silence) {
        return switch (silence.cause()) {
            case UNREACHABLE, TIMED_OUT, THROTTLED, PROVIDER_FAULT, KEY_NOT_READY -> LOOKED_AT_AGAIN;
            case OUR_CREDENTIALS, CREDENTIALS_NOT_AT_HAND -> operatorsTask();
            case NETWORK_POLICY, PRIVATE_ENDPOINT_MISSING -> AwsPathWords.remedy(silence);
            case KEY_STORE_UNAVAILABLE -> RECONNECT;
            case UNKNOWN -> "Report the code to whoever runs Keyward. " + LOOKED_AT_AGAIN;
        };
    }

    private static String ourFault(AwsFailure failure) {
        return "Keyward's own access to AWS does not work (" + failure.words()
                + "), so nothing was learned about the customer's.";
    }

    private static String operatorsTask() {
        return "Whoever runs Keyward: check keyward.aws (credentials, clock, canary role). Customers have nothing to do.";
    }

    private static String trustTheRole(String roleArn) {
        return "Check that the role " + roleArn
                + " exists and that its trust policy allows sts:AssumeRole to Keyward's principal with the external id of the project.";
    }

    private static boolean isDisconnected(Taken taken) {
        var failure = taken.failure();
        return failure != null && failure.kind() == AwsFailure.Kind.KEY_STORE_UNAVAILABLE;
    }

    private static String denier(Taken taken) {
        var failure = taken.failure();
        return failure == null ? "" : ": denied by " + failure.denial().words();
    }

    private static String deletionDate(Taken taken) {
        return taken.deletionAt() == null ? "" : " on " + taken.deletionAt();
    }

    private static String statement(String keyArn) {
        return "{\"Effect\":\"Allow\",\"Action\":[\"kms:DescribeKey\",\"kms:Encrypt\",\"kms:Decrypt\"],\"Resource\":\""
                + keyArn + "\"}";
    }
}
