package io.keyward.validation.hint.aws;

import java.util.Set;

/**
 * Which key uses a hint may be about. Only what can change whether a key can be used counts: what merely uses a key does not, or our own checks would call
 * for more of them. A call that was refused changed nothing.
 *
 * <ul>
 *   <li>Calls about a key, and what KMS itself tells of one, are about every use of that key, in all its regions.
 *   <li>Calls about a role are about every key that is used through it.
 *   <li>Calls about a managed policy do not say to whom it is attached: they are about every key that is used through a role of the same account.
 * </ul>
 */
final class AwsHintRules {
    private static final String KMS = "aws.kms";
    private static final String IAM = "aws.iam";
    private static final Set<String> CALLS = Set.of("AWS API Call via CloudTrail", "AWS Service Event via CloudTrail");
    private static final Set<String> KEY_EVENTS =
            Set.of("KMS CMK Deletion", "KMS Imported Key Material Expiration", "KMS CMK Rotation");
    private static final Set<String> KEY_CALLS = Set.of(
            "CancelKeyDeletion",
            "CreateGrant",
            "DeleteImportedKeyMaterial",
            "DeleteKey",
            "DisableKey",
            "DisableKeyRotation",
            "EnableKey",
            "EnableKeyRotation",
            "ImportKeyMaterial",
            "PutKeyPolicy",
            "ReplicateKey",
            "RetireGrant",
            "RevokeGrant",
            "RotateKey",
            "RotateKeyOnDemand",
            "ScheduleKeyDeletion",
            "UpdatePrimaryRegion");
    private static final Set<String> ROLE_CALLS = Set.of(
            "AttachRolePolicy",
            "CreateRole",
            "DeleteRole",
            "DeleteRolePermissionsBoundary",
            "DeleteRolePolicy",
            "DetachRolePolicy",
            "PutRolePermissionsBoundary",
            "PutRolePolicy",
            "UpdateAssumeRolePolicy",
            "UpdateRole");
    private static final Set<String> POLICY_CALLS =
            Set.of("CreatePolicyVersion", "DeletePolicy", "DeletePolicyVersion", "SetDefaultPolicyVersion");

    private AwsHintRules() {}

    /**
     * Whether the hint may be about a key use.
     *
     * @param key id or ARN of the key
     * @param roleArn of the role that it is used through
     */
    static boolean concerns(AwsHint hint, String key, String roleArn) {
        if (hint.refused()) {
            return false;
        }
        return switch (subjectOf(hint)) {
            case KEY -> names(hint.keys(), lastPart(key));
            case ROLE -> isAbout(hint, roleArn);
            case POLICY ->
                hint.policies().stream().anyMatch(policy -> accountOf(policy).equals(accountOf(roleArn)));
            case NOTHING -> false;
        };
    }

    private static Subject subjectOf(AwsHint hint) {
        var action = hint.action();
        if (hint.source().equals(KMS) && KEY_EVENTS.contains(hint.type())) {
            return Subject.KEY;
        }
        if (action == null || !CALLS.contains(hint.type())) {
            return Subject.NOTHING;
        }
        if (hint.source().equals(KMS)) {
            return KEY_CALLS.contains(action) ? Subject.KEY : Subject.NOTHING;
        }
        return hint.source().equals(IAM) ? subjectOfIam(action) : Subject.NOTHING;
    }

    private static Subject subjectOfIam(String action) {
        if (ROLE_CALLS.contains(action)) {
            return Subject.ROLE;
        }
        return POLICY_CALLS.contains(action) ? Subject.POLICY : Subject.NOTHING;
    }

    /** A role's name is unique in its account, whatever its path. Without an account the name alone has to do. */
    private static boolean isAbout(AwsHint hint, String roleArn) {
        var account = hint.account();
        return (account == null || account.equals(accountOf(roleArn))) && names(hint.roles(), lastPart(roleArn));
    }

    private static boolean names(Set<String> named, String id) {
        return named.stream().anyMatch(name -> lastPart(name).equals(id));
    }

    /** The id of a key and the name of a role, whether alone or at the end of an ARN. */
    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String accountOf(String arn) {
        var parts = arn.split(":", 6);
        return parts.length == 6 ? parts[4] : "";
    }

    private enum Subject {
        KEY,
        ROLE,
        POLICY,
        NOTHING
    }
}
