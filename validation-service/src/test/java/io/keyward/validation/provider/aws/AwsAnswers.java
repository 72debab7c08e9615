package io.keyward.validation.provider.aws;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that AWS and the network are known to answer to a check, and what we make of it. The rows are tested as they are, driven over the wire, and
 * printed into {@code docs/operations/verdicts.md}.
 */
final class AwsAnswers {
    /** What answers a call besides error codes. */
    static final String STATE = "KeyState=";

    static final String NETWORK = "(network)";

    private AwsAnswers() {}

    /** Under which circumstances a check is made. */
    enum When {
        USUALLY("", "us-east-1", true),
        NEVER_USED("never used before", "us-east-1", false),
        NEVER_USED_IN_OPT_IN_REGION(
                "never used before, in a region that accounts have to switch on", "af-south-1", false),
        ENDPOINT_AWAITED("a private endpoint is required and still to come", "us-east-1", true),
        ENDPOINT_NEW("through an endpoint that became active just now", "us-east-1", true),
        ENDPOINT_SETTLED("through an endpoint that has been there for hours", "us-east-1", true),
        DISCONNECTING_REVOKES("`keyward.aws.disconnected-key-store-revokes` is set", "us-east-1", true);

        private final String words;
        private final String region;
        private final boolean usedBefore;

        When(String words, String region, boolean usedBefore) {
            this.words = words;
            this.region = region;
            this.usedBefore = usedBefore;
        }

        String words() {
            return words;
        }

        String region() {
            return region;
        }

        boolean usedBefore() {
            return usedBefore;
        }
    }

    /**
     * @param topic of several rows
     * @param operation that is answered
     * @param code AWS's error code, a state of the key, or a word for what the network does
     * @param message AWS's words; {@code {key}} stands for the key's ARN, {@code {who}} for what a denial begins with
     * @param outcome of the check
     * @param reason of the outcome
     */
    record Row(String topic, String operation, String code, String message, When when, String outcome, String reason) {

        boolean isState() {
            return code.startsWith(STATE);
        }

        String state() {
            return code.substring(STATE.length());
        }

        boolean isNetwork() {
            return operation.equals(NETWORK);
        }

        String message(String keyArn) {
            var who = "User: arn:aws:sts::111122223333:assumed-role/r/s is not authorized to perform: "
                    + (operation.equals("AssumeRole") ? "sts:" : "kms:") + operation + " on resource: " + keyArn;
            return message.replace("{key}", keyArn).replace("{who}", who);
        }

        @Override
        public String toString() {
            return topic + ": " + operation + " " + code + " " + message + " " + when.words();
        }
    }

    /** The table. {@code =} begins a topic. */
    private static final String TABLE = """
            = The key is disabled
            DescribeKey | KeyState=Disabled           |                                  | USUALLY | REVOKED | KEY_DISABLED
            Decrypt     | DisabledException           | {key} is disabled.               | USUALLY | REVOKED | KEY_DISABLED
            Encrypt     | DisabledException           | {key} is disabled.               | USUALLY | REVOKED | KEY_DISABLED

            = The key is to be deleted
            DescribeKey | KeyState=PendingDeletion    |                                  | USUALLY | REVOKED | KEY_PENDING_DELETION
            DescribeKey | KeyState=PendingReplicaDeletion |                              | USUALLY | REVOKED | KEY_PENDING_DELETION
            Decrypt     | KMSInvalidStateException    | {key} is pending deletion.       | USUALLY | REVOKED | KEY_PENDING_DELETION
            Decrypt     | KMSInvalidStateException    | {key} is pending replica deletion. | USUALLY | REVOKED | KEY_PENDING_DELETION
            Decrypt     | DisabledException           | {key} is pending deletion.       | USUALLY | REVOKED | KEY_PENDING_DELETION

            = Its material is missing
            DescribeKey | KeyState=PendingImport      |                                  | USUALLY | REVOKED | KEY_MATERIAL_MISSING
            Decrypt     | KMSInvalidStateException    | {key} is pending import.         | USUALLY | REVOKED | KEY_MATERIAL_MISSING

            = It is being made or changed
            DescribeKey | KeyState=Creating           |                                  | USUALLY | INCONCLUSIVE | KEY_NOT_READY
            DescribeKey | KeyState=Updating           |                                  | USUALLY | INCONCLUSIVE | KEY_NOT_READY
            Decrypt     | KMSInvalidStateException    | {key} is Creating.               | USUALLY | INCONCLUSIVE | KEY_NOT_READY
            Decrypt     | KMSInvalidStateException    | {key} is Updating.               | USUALLY | INCONCLUSIVE | KEY_NOT_READY

            = Its custom key store is disconnected
            DescribeKey | KeyState=Unavailable        |                                  | USUALLY | INCONCLUSIVE | KEY_STORE_UNAVAILABLE
            DescribeKey | KeyState=Unavailable        |                                  | DISCONNECTING_REVOKES | REVOKED | ACCESS_REVOKED
            Decrypt     | KMSInvalidStateException    | The request was rejected because the custom key store is not connected. | USUALLY | INCONCLUSIVE | KEY_STORE_UNAVAILABLE
            Decrypt     | KMSInvalidStateException    |                                  | USUALLY | INCONCLUSIVE | KEY_STORE_UNAVAILABLE
            Decrypt     | KMSInvalidStateException    |                                  | DISCONNECTING_REVOKES | INCONCLUSIVE | KEY_STORE_UNAVAILABLE
            Decrypt     | CustomKeyStoreInvalidStateException |                          | USUALLY | INCONCLUSIVE | KEY_STORE_UNAVAILABLE

            = It is in a state that nobody knew
            DescribeKey | KeyState=Hibernating        |                                  | USUALLY | INCONCLUSIVE | UNKNOWN

            = It is not there
            DescribeKey | NotFoundException           | Key '{key}' does not exist       | USUALLY | REVOKED | KEY_NOT_FOUND
            Decrypt     | NotFoundException           | {key} is not found.              | USUALLY | REVOKED | KEY_NOT_FOUND
            DescribeKey | NotFoundException           | Key '{key}' does not exist       | NEVER_USED | UNUSABLE | KEY_NEVER_FOUND

            = It is not made for this
            Encrypt     | InvalidKeyUsageException    | {key} key usage is SIGN_VERIFY which is not valid for Encrypt. | USUALLY | UNUSABLE | WRONG_KEY_USAGE
            Decrypt     | UnsupportedOperationException | Decrypt is not supported for {key}. | USUALLY | UNUSABLE | WRONG_KEY_USAGE
            DescribeKey | InvalidArnException         | Invalid ARN '{key}'              | USUALLY | UNUSABLE | INVALID_REQUEST
            DescribeKey | ValidationException         | 1 validation error detected      | USUALLY | UNUSABLE | INVALID_REQUEST
            AssumeRole  | ValidationError             | 1 validation error detected      | USUALLY | UNUSABLE | INVALID_REQUEST

            = Our stored ciphertext is of another key, and so is what the key encrypted a moment ago
            Decrypt     | IncorrectKeyException       | The key ID in the request does not identify a CMK that can perform this operation. | USUALLY | UNUSABLE | WRONG_CIPHERTEXT
            Decrypt     | InvalidCiphertextException  |                                  | USUALLY | UNUSABLE | WRONG_CIPHERTEXT

            = AWS is not well, or busy
            Decrypt     | KeyUnavailableException     | The request was rejected because the key was not available. | USUALLY | INCONCLUSIVE | PROVIDER_FAULT
            Decrypt     | DependencyTimeoutException  | The system timed out while trying to fulfill the request. | USUALLY | INCONCLUSIVE | PROVIDER_FAULT
            DescribeKey | KMSInternalException        |                                  | USUALLY | INCONCLUSIVE | PROVIDER_FAULT
            Encrypt     | InternalFailure             |                                  | USUALLY | INCONCLUSIVE | PROVIDER_FAULT
            AssumeRole  | InternalFailure             |                                  | USUALLY | INCONCLUSIVE | PROVIDER_FAULT
            AssumeRole  | ServiceUnavailable          |                                  | USUALLY | INCONCLUSIVE | PROVIDER_FAULT
            Decrypt     | ThrottlingException         | You have exceeded the rate at which you may call KMS. | USUALLY | INCONCLUSIVE | THROTTLED
            AssumeRole  | Throttling                  | Rate exceeded                    | USUALLY | INCONCLUSIVE | THROTTLED
            DescribeKey | TooManyRequestsException    |                                  | USUALLY | INCONCLUSIVE | THROTTLED
            Encrypt     | LimitExceededException      |                                  | USUALLY | INCONCLUSIVE | THROTTLED
            Decrypt     | RequestTimeoutException     |                                  | USUALLY | INCONCLUSIVE | TIMED_OUT

            = Use of the key is denied
            Decrypt     | AccessDeniedException       | {who} because no identity-based policy allows the kms:Decrypt action | USUALLY | REVOKED | ACCESS_REVOKED
            Decrypt     | AccessDeniedException       | {who} with an explicit deny in an identity-based policy | USUALLY | REVOKED | ACCESS_REVOKED
            Decrypt     | AccessDeniedException       | {who} because no resource-based policy allows the kms:Decrypt action | USUALLY | REVOKED | ACCESS_REVOKED
            Decrypt     | AccessDeniedException       | {who} with an explicit deny in a resource-based policy | USUALLY | REVOKED | ACCESS_REVOKED
            Decrypt     | AccessDeniedException       | {who} with an explicit deny in a service control policy | USUALLY | REVOKED | ACCESS_REVOKED
            Decrypt     | AccessDeniedException       | {who} with an explicit deny in a resource control policy | USUALLY | REVOKED | ACCESS_REVOKED
            Decrypt     | AccessDeniedException       | {who} because no permissions boundary allows the kms:Decrypt action | USUALLY | REVOKED | ACCESS_REVOKED
            Decrypt     | AccessDeniedException       |                                  | USUALLY | REVOKED | ACCESS_REVOKED
            Encrypt     | AccessDeniedException       | {who} because no identity-based policy allows the kms:Encrypt action | USUALLY | UNUSABLE | ENCRYPT_DENIED
            DescribeKey | AccessDeniedException       | {who} because no identity-based policy allows the kms:DescribeKey action | USUALLY | UNUSABLE | DESCRIBE_KEY_DENIED

            = The way is denied, or may be
            Decrypt     | AccessDeniedException       | {who} because no VPC endpoint policy allows the kms:Decrypt action | ENDPOINT_SETTLED | INCONCLUSIVE | NETWORK_POLICY
            Decrypt     | AccessDeniedException       | {who} with an explicit deny in a VPC endpoint policy | ENDPOINT_SETTLED | INCONCLUSIVE | NETWORK_POLICY
            Decrypt     | AccessDeniedException       | {who} with an explicit deny in a resource-based policy | ENDPOINT_AWAITED | INCONCLUSIVE | NETWORK_POLICY
            Decrypt     | AccessDeniedException       | {who} because no identity-based policy allows the kms:Decrypt action | ENDPOINT_AWAITED | INCONCLUSIVE | NETWORK_POLICY
            Decrypt     | AccessDeniedException       | {who} with an explicit deny in a resource-based policy | ENDPOINT_NEW | INCONCLUSIVE | NETWORK_POLICY
            Decrypt     | AccessDeniedException       | {who} with an explicit deny in a resource-based policy | ENDPOINT_SETTLED | REVOKED | ACCESS_REVOKED
            Decrypt     | AccessDeniedException       | {who} because no identity-based policy allows the kms:Decrypt action | ENDPOINT_NEW | REVOKED | ACCESS_REVOKED

            = The role is denied
            AssumeRole  | AccessDenied                | {who}                            | USUALLY | REVOKED | ROLE_NOT_ASSUMABLE
            AssumeRole  | AccessDenied                | {who}                            | ENDPOINT_AWAITED | REVOKED | ROLE_NOT_ASSUMABLE
            AssumeRole  | RegionDisabledException     | STS is not activated in this region for account 111122223333. | USUALLY | UNUSABLE | INVALID_REQUEST

            = We are at fault
            Decrypt     | AccessDeniedException       | {who} because no session policy allows the kms:Decrypt action | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            Decrypt     | AccessDeniedException       | {who} with an explicit deny in a session policy | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            Decrypt     | InvalidGrantTokenException  |                                  | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            AssumeRole  | MalformedPolicyDocument     |                                  | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            AssumeRole  | PackedPolicyTooLarge        |                                  | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            DescribeKey | ExpiredTokenException       | The security token included in the request is expired | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            AssumeRole  | ExpiredToken                | The security token included in the request is expired | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            AssumeRole  | InvalidClientTokenId        | The security token included in the request is invalid. | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            DescribeKey | UnrecognizedClientException | The security token included in the request is invalid. | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            DescribeKey | UnrecognizedClientException | The security token included in the request is invalid. | NEVER_USED | INCONCLUSIVE | OUR_CREDENTIALS
            AssumeRole  | SignatureDoesNotMatch       | Signature not yet current        | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            DescribeKey | InvalidSignatureException   | Signature expired                | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            DescribeKey | RequestExpired              |                                  | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            DescribeKey | IncompleteSignature         |                                  | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            AssumeRole  | MissingAuthenticationToken  | Request is missing Authentication Token | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS
            (network)   | no credentials              | the SDK finds none of ours       | USUALLY | INCONCLUSIVE | OUR_CREDENTIALS

            = The region is not switched on in the key's account
            DescribeKey | UnrecognizedClientException | The security token included in the request is invalid. | NEVER_USED_IN_OPT_IN_REGION | UNUSABLE | INVALID_REQUEST

            = The account is suspended, or not signed up
            DescribeKey | OptInRequired               | The AWS Access Key Id needs a subscription for the service | USUALLY | INCONCLUSIVE | UNKNOWN

            = Nobody knows what it means
            DescribeKey | DryRunOperationException    | The request would have succeeded, but the DryRun option is set. | USUALLY | INCONCLUSIVE | UNKNOWN
            Decrypt     | InventedLaterException      |                                  | USUALLY | INCONCLUSIVE | UNKNOWN
            AssumeRole  | InventedLater               |                                  | USUALLY | INCONCLUSIVE | UNKNOWN

            = There is no answer
            (network)   | no such host                | the name leads nowhere           | USUALLY | INCONCLUSIVE | UNREACHABLE
            (network)   | connection refused          | nobody listens                   | USUALLY | INCONCLUSIVE | UNREACHABLE
            (network)   | connection closed           | it ends without an answer        | USUALLY | INCONCLUSIVE | UNREACHABLE
            (network)   | not trusted                 | whoever answers cannot prove to be AWS by TLS | USUALLY | INCONCLUSIVE | UNREACHABLE
            (network)   | no answer in time           | the connection stays open        | USUALLY | INCONCLUSIVE | TIMED_OUT
            """;

    /** All rows in the order of the table. */
    static List<Row> rows() {
        var rows = new ArrayList<Row>();
        var topic = "";
        for (var line : TABLE.lines().map(String::strip).toList()) {
            if (line.startsWith("= ")) {
                topic = line.substring(2);
            } else if (!line.isEmpty()) {
                rows.add(row(topic, line.split("\\|")));
            }
        }
        return List.copyOf(rows);
    }

    private static Row row(String topic, String[] cells) {
        return new Row(
                topic,
                cells[0].strip(),
                cells[1].strip(),
                cells[2].strip(),
                When.valueOf(cells[3].strip()),
                cells[4].strip(),
                cells[5].strip());
    }
}
