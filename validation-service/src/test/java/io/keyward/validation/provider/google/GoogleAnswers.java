package io.keyward.validation.provider.google;

import io.keyward.validation.provider.AnswerRow;
import java.util.List;

/**
 * Everything that Cloud KMS, Google's token services and the network are known to answer to a check, and what we make of it. The rows are tested as they are,
 * driven over the wire, and printed into {@code docs/operations/verdicts.md}.
 */
final class GoogleAnswers {
    private GoogleAnswers() {}

    private static final String TABLE = """
            = The version is disabled
            (state) | DISABLED                   | | USUALLY    | REVOKED | KEY_DISABLED
            Decrypt | FAILED_PRECONDITION        | {key} is not enabled, current state is: DISABLED. | USUALLY | REVOKED | KEY_DISABLED

            = It is to be destroyed
            (state) | DESTROY_SCHEDULED          | | USUALLY    | REVOKED | KEY_PENDING_DELETION
            Decrypt | FAILED_PRECONDITION        | {key} is not enabled, current state is: DESTROY_SCHEDULED. | USUALLY | REVOKED | KEY_PENDING_DELETION

            = It has no material
            (state) | DESTROYED                  | | USUALLY    | REVOKED | KEY_MATERIAL_MISSING
            (state) | IMPORT_FAILED              | | USUALLY    | REVOKED | KEY_MATERIAL_MISSING
            (state) | GENERATION_FAILED          | | USUALLY    | REVOKED | KEY_MATERIAL_MISSING
            (state) | PENDING_EXTERNAL_DESTRUCTION | | USUALLY  | REVOKED | KEY_MATERIAL_MISSING
            (state) | EXTERNAL_DESTRUCTION_FAILED | | USUALLY   | REVOKED | KEY_MATERIAL_MISSING
            Decrypt | FAILED_PRECONDITION        | {key} is not enabled, current state is: DESTROYED. | USUALLY | REVOKED | KEY_MATERIAL_MISSING

            = It is being made
            (state) | PENDING_GENERATION         | | USUALLY    | INCONCLUSIVE | KEY_NOT_READY
            (state) | PENDING_IMPORT             | | USUALLY    | INCONCLUSIVE | KEY_NOT_READY

            = The API is switched off
            GetCryptoKeyVersion | SERVICE_DISABLED | | USUALLY  | UNUSABLE | SERVICE_DISABLED
            Decrypt | FAILED_PRECONDITION        | Cloud KMS API has not been used in project 1 before or it is disabled. | USUALLY | UNUSABLE | SERVICE_DISABLED
            Decrypt | PERMISSION_DENIED          | Cloud KMS API has not been used in project 1 before or it is disabled. | USUALLY | UNUSABLE | SERVICE_DISABLED

            = The account is denied, or there is nothing to be denied
            Decrypt | IAM_PERMISSION_DENIED      | | USUALLY    | REVOKED | ACCESS_REVOKED
            Decrypt | PERMISSION_DENIED          | Permission 'cloudkms.cryptoKeyVersions.useToDecrypt' denied on resource '{key}' (or it may not exist). | USUALLY | REVOKED | ACCESS_REVOKED
            Encrypt | IAM_PERMISSION_DENIED      | | USUALLY    | UNUSABLE | ENCRYPT_DENIED
            GetCryptoKeyVersion | IAM_PERMISSION_DENIED | | USUALLY | UNUSABLE | DESCRIBE_KEY_DENIED

            = The key's owner accepts no reason
            Decrypt | PERMISSION_DENIED          | The Key Access Justifications policy of {key} does not allow the reason CUSTOMER_INITIATED_ACCESS. | USUALLY | REVOKED | JUSTIFICATION_DENIED

            = The way is closed, not the key
            GetCryptoKeyVersion | SECURITY_POLICY_VIOLATED | | USUALLY | INCONCLUSIVE | NETWORK_POLICY
            Decrypt | PERMISSION_DENIED          | Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier: 1 | USUALLY | INCONCLUSIVE | NETWORK_POLICY

            = It is not there
            (state) | no such version            | | USUALLY    | REVOKED | KEY_NOT_FOUND
            GetCryptoKeyVersion | NOT_FOUND      | CryptoKeyVersion {key} not found. | USUALLY | REVOKED | KEY_NOT_FOUND
            GetCryptoKeyVersion | NOT_FOUND      | CryptoKeyVersion {key} not found. | NEVER_USED | UNUSABLE | KEY_NEVER_FOUND

            = It is not made for this
            (state) | of another purpose         | | NEVER_USED | UNUSABLE | WRONG_KEY_USAGE
            Encrypt | INVALID_ARGUMENT           | {key} has the purpose MAC, which Encrypt does not support. | USUALLY | UNUSABLE | WRONG_KEY_USAGE
            Decrypt | INVALID_ARGUMENT           | Decryption failed: verify that 'name' refers to the correct CryptoKey. | USUALLY | UNUSABLE | WRONG_CIPHERTEXT
            Encrypt | INVALID_ARGUMENT           | Request contains an invalid argument. | USUALLY | UNUSABLE | INVALID_REQUEST

            = The service account or its key is gone
            Token   | invalid_grant              | Invalid JWT Signature. | USUALLY | REVOKED | CREDENTIALS_INVALID
            Token   | invalid_grant              | Invalid grant: account not found | USUALLY | REVOKED | CREDENTIALS_INVALID
            Token   | invalid_grant              | Robot is disabled. | USUALLY | REVOKED | CREDENTIALS_INVALID
            Decrypt | ACCOUNT_STATE_INVALID      | | USUALLY    | REVOKED | CREDENTIALS_INVALID

            = Our clock, our request or our identity is at fault
            Token   | invalid_grant              | Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim. | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            Token   | invalid_grant              | Invalid JWT: Failed audience check. | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            Token   | invalid_scope              | | USUALLY    | INCONCLUSIVE | OUR_CREDENTIALS
            Token   | invalid_grant              | Invalid JWT Signature. | OURSELVES | INCONCLUSIVE | OUR_CREDENTIALS
            GenerateAccessToken | PERMISSION_DENIED | Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist). | OURSELVES | INCONCLUSIVE | OUR_CREDENTIALS
            GenerateAccessToken | NOT_FOUND      | | OURSELVES  | INCONCLUSIVE | OUR_CREDENTIALS
            Decrypt | ACCOUNT_STATE_INVALID      | | OURSELVES  | INCONCLUSIVE | OUR_CREDENTIALS
            Decrypt | UNAUTHENTICATED            | Request had invalid authentication credentials. | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            Decrypt | ACCESS_TOKEN_EXPIRED       | | USUALLY    | INCONCLUSIVE | OUR_CREDENTIALS

            = Google is not well, or busy
            Decrypt | RESOURCE_EXHAUSTED         | | USUALLY    | INCONCLUSIVE | THROTTLED
            GetCryptoKeyVersion | RATE_LIMIT_EXCEEDED | | USUALLY | INCONCLUSIVE | THROTTLED
            GenerateAccessToken | RESOURCE_EXHAUSTED | | OURSELVES | INCONCLUSIVE | THROTTLED
            Decrypt | INTERNAL                   | | USUALLY    | INCONCLUSIVE | PROVIDER_FAULT
            Decrypt | ABORTED                    | | USUALLY    | INCONCLUSIVE | PROVIDER_FAULT
            Encrypt | UNAVAILABLE                | | USUALLY    | INCONCLUSIVE | PROVIDER_FAULT
            Token   | temporarily_unavailable    | | USUALLY    | INCONCLUSIVE | PROVIDER_FAULT
            GenerateAccessToken | UNAVAILABLE    | | OURSELVES  | INCONCLUSIVE | PROVIDER_FAULT
            Decrypt | DEADLINE_EXCEEDED          | | USUALLY    | INCONCLUSIVE | TIMED_OUT

            = Google does not serve the project
            GetCryptoKeyVersion | BILLING_DISABLED | | USUALLY  | INCONCLUSIVE | UNKNOWN
            Decrypt | CONSUMER_INVALID           | | USUALLY    | INCONCLUSIVE | UNKNOWN
            Decrypt | CONSUMER_SUSPENDED         | | USUALLY    | INCONCLUSIVE | UNKNOWN

            = Nobody answers
            (network) | no such host             | | USUALLY    | INCONCLUSIVE | UNREACHABLE
            (network) | connection refused       | | USUALLY    | INCONCLUSIVE | UNREACHABLE
            (network) | connection closed        | | USUALLY    | INCONCLUSIVE | UNREACHABLE
            (network) | not trusted              | | USUALLY    | INCONCLUSIVE | UNREACHABLE
            (network) | no answer in time        | | USUALLY    | INCONCLUSIVE | TIMED_OUT

            = Something that nobody knew
            Decrypt | INVENTED_LATER             | | USUALLY    | INCONCLUSIVE | UNKNOWN
            Decrypt | FAILED_PRECONDITION        | Something is not as it should be. | USUALLY | INCONCLUSIVE | UNKNOWN
            Decrypt | PERMISSION_DENIED          | Something is not as it should be. | USUALLY | INCONCLUSIVE | UNKNOWN
            Token   | invalid_grant              | Something is not as it should be. | USUALLY | INCONCLUSIVE | UNKNOWN
            Token   | invalid_client             | | USUALLY    | INCONCLUSIVE | UNKNOWN
            Token   | unauthorized_client        | | USUALLY    | INCONCLUSIVE | UNKNOWN
            """;

    static List<AnswerRow> rows() {
        return AnswerRow.parse(TABLE);
    }
}
