package io.keyward.validation.provider.azure;

import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.asking.Vocabulary;

/** How Azure calls things. */
enum AzureVocabulary implements Vocabulary {
    WORDS;

    private static final String ALLOW =
            "Allow the application get, encrypt and decrypt on keys, in the vault's access policy or by a role such as Key Vault Crypto User.";

    @Override
    public String service() {
        return "Azure Key Vault";
    }

    @Override
    public Said of(Reason reason) {
        return switch (reason) {
            case KEY_DISABLED ->
                new Said("This version of the key was disabled in the vault", "Enable the version of the key.");
            case KEY_PENDING_DELETION ->
                new Said(
                        "The key or its vault was deleted, and can still be recovered",
                        "Recover it before it is purged: then data under it is lost for good.");
            case KEY_MATERIAL_MISSING, KEY_NOT_FOUND ->
                new Said(
                        "The vault no longer finds the key, which worked before",
                        "If the key was purged, data under it cannot be recovered. If another one was meant, configure that one.");
            case ACCESS_REVOKED, ASSIGNMENT_REVOKED, JUSTIFICATION_DENIED ->
                new Said("The vault denied the application the use of the key", ALLOW);
            case ROLE_NOT_ASSUMABLE ->
                new Said(
                        "The tenant does not let Keyward's application in",
                        "Let the application in again: an administrator of the tenant has to consent to it.");
            case CREDENTIALS_INVALID ->
                new Said(
                        "Entra does not accept the application or its secret",
                        "Check tenant, client id and secret, and whether the application is still there and enabled.");
            case CREDENTIALS_EXPIRED ->
                new Said("The application's secret has expired", "Make a new secret in Entra, and configure it.");
        };
    }

    @Override
    public Said of(Problem problem) {
        return switch (problem) {
            case WRONG_KEY_USAGE ->
                new Said(
                        "The key may not be used for encryption",
                        "Use an RSA key whose permitted operations include encrypt and decrypt.");
            case WRONG_KEY_TYPE -> new Said("The key is not an RSA key", "Use an RSA key.");
            case KEY_NEVER_FOUND ->
                new Said("The vault does not know the key", "Check vault, name and version of the key.");
            case DESCRIBE_KEY_DENIED ->
                new Said(
                        "The application may not read the state of the key",
                        "Allow the application get on keys. " + ALLOW);
            case ENCRYPT_DENIED ->
                new Said(
                        "New data keys cannot be wrapped: encrypting is denied",
                        "Allow the application encrypt on keys. " + ALLOW);
            case INVALID_REQUEST, SERVICE_DISABLED ->
                new Said(
                        "Azure cannot make sense of the configuration",
                        "Check the Azure environment, the tenant, the vault and the key of the configuration.");
            case WRONG_CIPHERTEXT ->
                new Said(
                        "The key does not open what it has closed",
                        "Check whether another key is behind the identifier.");
            case KEY_EXPIRED ->
                new Said(
                        "The key has expired",
                        "Rotate the key and configure the new version, or give it a later last day.");
            case KEY_NOT_YET_VALID ->
                new Said("The key is not valid yet", "Wait for the key's first day, or give it an earlier one.");
            case KEY_ELSEWHERE ->
                new Said(
                        "The vault is not in the subscription and the resource group of the configuration",
                        "Give the subscription and the resource group that the vault is in.");
            case PRIVATE_NETWORK_NOT_ENABLED ->
                new Said(
                        "Private endpoints cannot be made to the vault",
                        "Register the resource provider Microsoft.Network in the vault's subscription.");
            case KEY_VERSION_MISSING ->
                new Said(
                        "The vault has the key, but not this version of it", "Configure a version that the vault has.");
        };
    }

    @Override
    public String ourSettings() {
        return "keyward.azure (application-id, application-secret)";
    }

    @Override
    public String networkRemedy() {
        return "Let Keyward's addresses through the vault's firewall and the tenant's conditional access; with private networking, approve the private endpoint"
                + " in the vault.";
    }
}
