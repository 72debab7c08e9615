package io.keyward.validation.provider.azure;

import io.keyward.validation.provider.AnswerRow;
import java.util.List;

/**
 * Everything that Entra, Key Vault and the network are known to answer to a check, and what we make of it. The rows are tested as they are, driven over the
 * wire, and printed into {@code docs/operations/verdicts.md}.
 */
final class AzureAnswers {
    private AzureAnswers() {}

    private static final String TABLE = """
            = The version of the key is disabled
            (state) | the version is disabled    | | USUALLY    | REVOKED | KEY_DISABLED
            Decrypt | KeyDisabled                | | USUALLY    | REVOKED | KEY_DISABLED

            = The key was deleted
            (state) | the key is among the deleted ones | | USUALLY | REVOKED | KEY_PENDING_DELETION
            (state) | the vault is deleted, and not purged | | USUALLY | REVOKED | KEY_PENDING_DELETION
            Decrypt | ObjectIsDeletedButRecoverable | | USUALLY | REVOKED | KEY_PENDING_DELETION
            GetKey  | VaultNotFound              | | USUALLY    | REVOKED | KEY_PENDING_DELETION

            = It is not there
            (state) | the key was purged         | | USUALLY    | REVOKED | KEY_NOT_FOUND
            (state) | the key was purged, and another one made of its name | | USUALLY | REVOKED | KEY_NOT_FOUND
            GetKey  | KeyNotFound                | | USUALLY    | REVOKED | KEY_NOT_FOUND
            GetKey  | KeyNotFound                | | NEVER_USED | UNUSABLE | KEY_NEVER_FOUND
            (state) | the key has no such version | | NEVER_USED | UNUSABLE | KEY_VERSION_MISSING

            = It is not valid yet, or no longer: what is encrypted can be read
            (state) | the version has expired    | | USUALLY    | UNUSABLE | KEY_EXPIRED
            (state) | the version is not valid yet | | USUALLY  | UNUSABLE | KEY_NOT_YET_VALID
            Encrypt | KeyExpired                 | | USUALLY    | UNUSABLE | KEY_EXPIRED
            Encrypt | KeyNotYetValid             | | USUALLY    | UNUSABLE | KEY_NOT_YET_VALID

            = It is not made for this
            (state) | the key is of another type | | NEVER_USED | UNUSABLE | WRONG_KEY_TYPE
            (state) | the key may not decrypt    | | NEVER_USED | UNUSABLE | WRONG_KEY_USAGE
            Decrypt | KeyOperationForbidden      | | USUALLY    | UNUSABLE | WRONG_KEY_USAGE
            Decrypt | BadParameter               | | USUALLY    | UNUSABLE | WRONG_CIPHERTEXT

            = The vault denies the application
            Decrypt | ForbiddenByPolicy          | | USUALLY    | REVOKED | ASSIGNMENT_REVOKED
            Decrypt | ForbiddenByRbac            | | USUALLY    | REVOKED | ASSIGNMENT_REVOKED
            Decrypt | AccessDenied               | | USUALLY    | REVOKED | ASSIGNMENT_REVOKED
            (state) | no policy for the application | | USUALLY | REVOKED | ASSIGNMENT_REVOKED
            Encrypt | ForbiddenByPolicy          | | USUALLY    | UNUSABLE | ENCRYPT_DENIED
            GetKey  | ForbiddenByRbac            | | USUALLY    | UNUSABLE | DESCRIBE_KEY_DENIED

            = The way is closed, not the key
            GetKey  | ForbiddenByFirewall        | | USUALLY    | INCONCLUSIVE | NETWORK_POLICY
            Decrypt | ForbiddenByConnection      | | USUALLY    | INCONCLUSIVE | NETWORK_POLICY
            Token   | interaction_required 53003 | | USUALLY    | INCONCLUSIVE | NETWORK_POLICY
            Token   | interaction_required 530032 | | USUALLY   | INCONCLUSIVE | NETWORK_POLICY

            = The token is of another tenant or for another cloud
            GetKey  | Unauthorized | AKV10032: Invalid issuer. | USUALLY | UNUSABLE | INVALID_REQUEST
            GetKey  | Unauthorized | AKV10022: Invalid audience. | USUALLY | UNUSABLE | INVALID_REQUEST
            Decrypt | Unauthorized | AKV10046: The token has expired. | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS

            = Entra does not take the application
            Token   | invalid_client 7000215     | | USUALLY    | REVOKED | CREDENTIALS_INVALID
            Token   | invalid_client 50012       | | USUALLY    | REVOKED | CREDENTIALS_INVALID
            Token   | invalid_client 700027      | | USUALLY    | REVOKED | CREDENTIALS_INVALID
            Token   | invalid_client 7000222     | | USUALLY    | REVOKED | CREDENTIALS_EXPIRED
            Token   | unauthorized_client 700016 | | USUALLY    | REVOKED | CREDENTIALS_INVALID
            Token   | unauthorized_client 7000112 | | USUALLY   | REVOKED | CREDENTIALS_INVALID
            Token   | unauthorized_client 700016 | | OURSELVES  | REVOKED | ROLE_NOT_ASSUMABLE
            Token   | invalid_client 7000215     | | OURSELVES  | INCONCLUSIVE | OUR_CREDENTIALS
            Token   | invalid_client 7000222     | | OURSELVES  | INCONCLUSIVE | OUR_CREDENTIALS

            = There is no such tenant
            Token   | invalid_request 90002      | | USUALLY    | REVOKED | CREDENTIALS_INVALID
            Token   | invalid_request 90002      | | NEVER_USED | UNUSABLE | INVALID_REQUEST

            = The cloud is another one than the tenant's or the vault's
            Token   | invalid_request 90038      | | USUALLY    | UNUSABLE | INVALID_REQUEST
            Token   | invalid_request 900382     | | USUALLY    | UNUSABLE | INVALID_REQUEST
            Token   | invalid_resource 500011    | | USUALLY    | UNUSABLE | INVALID_REQUEST
            Token   | invalid_resource 50001     | | USUALLY    | UNUSABLE | INVALID_REQUEST

            = Our request is at fault
            Token   | invalid_scope 70011        | | USUALLY    | INCONCLUSIVE | OUR_CREDENTIALS

            = Azure is not well, or busy
            Decrypt | Throttled                  | | USUALLY    | INCONCLUSIVE | THROTTLED
            Token   | temporarily_unavailable 90055 | | USUALLY | INCONCLUSIVE | THROTTLED
            Token   | temporarily_unavailable 50196 | | USUALLY | INCONCLUSIVE | THROTTLED
            Token   | temporarily_unavailable 90006 | | USUALLY | INCONCLUSIVE | PROVIDER_FAULT
            Token   | temporarily_unavailable 90012 | | USUALLY | INCONCLUSIVE | PROVIDER_FAULT
            Token   | temporarily_unavailable 90024 | | USUALLY | INCONCLUSIVE | PROVIDER_FAULT
            Token   | temporarily_unavailable 90033 | | USUALLY | INCONCLUSIVE | PROVIDER_FAULT
            Decrypt | InternalServerError        | | USUALLY    | INCONCLUSIVE | PROVIDER_FAULT
            GetKey  | BadGateway                 | | USUALLY    | INCONCLUSIVE | PROVIDER_FAULT
            Encrypt | ServiceUnavailable         | | USUALLY    | INCONCLUSIVE | PROVIDER_FAULT
            Decrypt | GatewayTimeout             | | USUALLY    | INCONCLUSIVE | PROVIDER_FAULT

            = Nobody answers
            (network) | no such host             | | USUALLY    | INCONCLUSIVE | UNREACHABLE
            (network) | the vault was purged, and its host with it | | USUALLY | INCONCLUSIVE | UNREACHABLE
            (network) | connection refused       | | USUALLY    | INCONCLUSIVE | UNREACHABLE
            (network) | connection closed        | | USUALLY    | INCONCLUSIVE | UNREACHABLE
            (network) | not trusted              | | USUALLY    | INCONCLUSIVE | UNREACHABLE
            (network) | no answer in time        | | USUALLY    | INCONCLUSIVE | TIMED_OUT

            = Something that nobody knew
            Decrypt | InventedLater              | | USUALLY    | INCONCLUSIVE | UNKNOWN
            Token   | invalid_client 7000999     | | USUALLY    | INCONCLUSIVE | UNKNOWN
            Token   | unauthorized_client 7000999 | | USUALLY   | INCONCLUSIVE | UNKNOWN
            Token   | unauthorized_client 7000999 | | OURSELVES | INCONCLUSIVE | UNKNOWN
            """;

    static List<AnswerRow> rows() {
        return AnswerRow.parse(TABLE);
    }
}
