package io.keyward.config.encryption.proof;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.settings.AzureVault;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.validation.CheckReason;
import io.keyward.config.validation.KeyAnswer;
import io.keyward.contracts.KeyEvent.ProviderCall;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a check that did not find a key in Azure Key Vault valid means for the PATCH that asked for it. Pure. */
final class AzureKeyRefusals {
    private static final String SIGNING_IN = "entra:";
    private static final String VAULT = "keyvault:";

    /** Entra's own number, behind what OAuth calls it. */
    private static final Pattern NUMBER = Pattern.compile("[a-z_]+ (?:AADSTS)?([0-9]+)");

    private AzureKeyRefusals() {}

    static Refusal of(CheckReason reason, KeyAnswer answer, AzureVault wanted) {
        String key = wanted.key();
        return switch (reason) {
            case KEY_DISABLED -> refusal(ErrorCode.AZURE_KEY_VAULT_KEY_NOT_ENABLED, answer, key);
            case KEY_PENDING_DELETION -> refusal(ErrorCode.AZURE_KEY_VAULT_KEY_PENDING_DELETION, answer, key);
            case KEY_NOT_FOUND, KEY_NEVER_FOUND, KEY_VERSION_MISSING, KEY_MATERIAL_MISSING ->
                refusal(ErrorCode.AZURE_KEY_VAULT_KEY_NOT_FOUND, answer, key);
            case KEY_EXPIRED -> refusal(ErrorCode.AZURE_KEY_VAULT_KEY_EXPIRED, answer, key);
            case KEY_NOT_YET_VALID -> refusal(ErrorCode.AZURE_KEY_VAULT_KEY_NOT_ACTIVE, answer, key);
            case WRONG_KEY_USAGE, WRONG_KEY_TYPE ->
                refusal(ErrorCode.AZURE_KEY_VAULT_KEY_USAGE_NOT_SUPPORTED, answer, key);
            case ACCESS_REVOKED, ASSIGNMENT_REVOKED, JUSTIFICATION_DENIED, DESCRIBE_KEY_DENIED, ENCRYPT_DENIED ->
                notPermitted(answer, reason, wanted);
            case KEY_ELSEWHERE ->
                refusal(
                        ErrorCode.AZURE_KEY_VAULT_NOT_IN_RESOURCE_GROUP,
                        answer,
                        wanted.keyVaultName(),
                        wanted.resourceGroupName(),
                        wanted.subscriptionID());
            case PRIVATE_NETWORK_NOT_ENABLED ->
                refusal(ErrorCode.AZURE_NETWORK_PROVIDER_NOT_REGISTERED, answer, wanted.subscriptionID());
            case ROLE_NOT_ASSUMABLE -> refusal(ErrorCode.CANNOT_ASSUME_ROLE, answer, application(wanted));
            case CREDENTIALS_EXPIRED -> refusal(ErrorCode.AZURE_CLIENT_SECRET_EXPIRED, answer, application(wanted));
            case CREDENTIALS_INVALID -> notLetIn(answer, wanted);
            case INVALID_REQUEST, SERVICE_DISABLED -> senseless(answer, wanted);
            case WRONG_CIPHERTEXT -> refusal(ErrorCode.ENCRYPTION_AT_REST_SETTINGS_INVALID, answer, "wrong ciphertext");
            case UNREACHABLE, TIMED_OUT, PRIVATE_ENDPOINT_MISSING -> KeyRefusals.unreachable(answer);
            case NETWORK_POLICY -> closedWay(answer, wanted);
            case THROTTLED, PROVIDER_FAULT, OUR_CREDENTIALS, CREDENTIALS_NOT_AT_HAND, KEY_STORE_UNAVAILABLE, UNKNOWN ->
                KeyRefusals.unavailable(answer);
            case KEY_NOT_READY -> KeyRefusals.unavailable(answer);
        };
    }

    /** Whether conditional access closed the way: to the tenant, that is, which no private endpoint leads to. */
    static boolean isConditionalAccess(KeyAnswer answer) {
        return CheckReason.parse(answer.reason()) == CheckReason.NETWORK_POLICY
                && refusedByEntra(answer).isPresent();
    }

    private static Refusal closedWay(KeyAnswer answer, AzureVault wanted) {
        return isConditionalAccess(answer)
                ? refusal(ErrorCode.AZURE_CONDITIONAL_ACCESS_DENIED, answer, tenant(wanted))
                : KeyRefusals.unreachable(answer);
    }

    /** Entra tells a secret that is wrong from an application that it does not know. */
    private static Refusal notLetIn(KeyAnswer answer, AzureVault wanted) {
        return switch (entraNumber(answer)) {
            case 700016, 7000112 -> refusal(ErrorCode.AZURE_APPLICATION_NOT_FOUND, answer, application(wanted));
            case 90002 -> refusal(ErrorCode.AZURE_TENANT_NOT_FOUND, answer, tenant(wanted));
            default -> refusal(ErrorCode.INVALID_AZURE_CREDENTIALS, answer, application(wanted));
        };
    }

    private static Refusal senseless(KeyAnswer answer, AzureVault wanted) {
        return entraNumber(answer) == 90002
                ? refusal(ErrorCode.AZURE_TENANT_NOT_FOUND, answer, tenant(wanted))
                : refusal(ErrorCode.INVALID_AZURE_API_REQUEST, answer, "see the detail");
    }

    private static int entraNumber(KeyAnswer answer) {
        return refusedByEntra(answer)
                .map(call -> NUMBER.matcher(call.code()))
                .filter(Matcher::matches)
                .map(number -> number.group(1))
                .filter(digits -> digits.length() < 10)
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static Optional<ProviderCall> refusedByEntra(KeyAnswer answer) {
        return answer.callsMade().stream()
                .filter(call ->
                        call.operation().startsWith(SIGNING_IN) && !call.code().equals("OK"))
                .findFirst();
    }

    /** Names the permission that was denied, and prints what allows all that is needed. */
    private static Refusal notPermitted(KeyAnswer answer, CheckReason reason, AzureVault wanted) {
        String action = answer.callsMade().stream()
                .filter(call ->
                        call.code().startsWith("Forbidden") || call.code().equals("AccessDenied"))
                .map(ProviderCall::operation)
                .filter(operation -> operation.startsWith(VAULT))
                .map(AzureKeyRefusals::permission)
                .findFirst()
                .orElseGet(() -> permission(reason));
        return Refusal.of(ErrorCode.NO_PERMISSION_TO_ENCRYPT_DECRYPT, action)
                .withDetail("The application " + application(wanted) + " is not allowed " + action + " on the key. "
                        + KeyRefusals.words(answer) + " Of a vault with access policies: az keyvault set-policy --name "
                        + wanted.keyVaultName()
                        + " --spn {clientID} --key-permissions get encrypt decrypt. Of a vault with"
                        + " roles, assign one with the data actions Microsoft.KeyVault/vaults/keys/read,"
                        + " Microsoft.KeyVault/vaults/keys/encrypt/action and Microsoft.KeyVault/vaults/keys/decrypt/action,"
                        + " such as Key Vault Crypto User.");
    }

    private static String permission(String operation) {
        return switch (operation) {
            case "keyvault:Encrypt" -> "encrypt";
            case "keyvault:Decrypt" -> "decrypt";
            default -> "get";
        };
    }

    private static String permission(CheckReason reason) {
        return switch (reason) {
            case DESCRIBE_KEY_DENIED -> "get";
            case ENCRYPT_DENIED -> "encrypt";
            default -> "decrypt";
        };
    }

    /** As whom the key was used: the customer's application, or ours by a role. */
    private static String application(AzureVault wanted) {
        return wanted.opener() instanceof Opener.Role(var cloud, String roleId)
                ? roleId
                : String.valueOf(wanted.clientID());
    }

    private static String tenant(AzureVault wanted) {
        return wanted.tenantID() == null ? "of the role " + application(wanted) : wanted.tenantID();
    }

    private static Refusal refusal(ErrorCode code, KeyAnswer answer, Object... parameters) {
        Refusal refusal = Refusal.of(code, parameters);
        return refusal.withDetail(refusal.detail() + " " + KeyRefusals.words(answer));
    }
}
