package io.keyward.validation.provider.google;

import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.asking.Vocabulary;

/** How Google Cloud calls things. */
enum GoogleVocabulary implements Vocabulary {
    WORDS;

    private static final String ALLOW =
            "Grant the service account roles/cloudkms.cryptoKeyEncrypterDecrypter and roles/cloudkms.viewer on the key.";

    @Override
    public String service() {
        return "Google Cloud KMS";
    }

    @Override
    public Said of(Reason reason) {
        return switch (reason) {
            case KEY_DISABLED -> new Said("This version of the key was disabled", "Enable the version of the key.");
            case KEY_PENDING_DELETION ->
                new Said(
                        "This version of the key is scheduled for destruction",
                        "Restore the version, which leaves it disabled, then enable it. Once it is destroyed, data under it is lost for good.");
            case KEY_MATERIAL_MISSING ->
                new Said(
                        "This version of the key has no material: it was destroyed, or never made",
                        "If its material was imported, import it again. Else data under it is lost for good.");
            case KEY_NOT_FOUND ->
                new Said(
                        "Cloud KMS no longer finds the key, which worked before",
                        "Check project, location and name of the key.");
            case ACCESS_REVOKED, ASSIGNMENT_REVOKED ->
                new Said("Cloud KMS denied the service account the use of the key, or the key is gone", ALLOW);
            case JUSTIFICATION_DENIED ->
                new Said(
                        "The key's policy of access justifications accepts no reason for this use",
                        "Allow the reason CUSTOMER_INITIATED_ACCESS in the key's access justifications policy.");
            case ROLE_NOT_ASSUMABLE ->
                new Said(
                        "The service account cannot be used",
                        "Check that the service account that the project was given is the one that the key lets in.");
            case CREDENTIALS_INVALID, CREDENTIALS_EXPIRED ->
                new Said(
                        "Google does not accept the service account or its key",
                        "Check that the service account and its key are there and enabled, or configure a new key.");
        };
    }

    @Override
    public Said of(Problem problem) {
        return switch (problem) {
            case WRONG_KEY_USAGE, WRONG_KEY_TYPE ->
                new Said("The key is not made for symmetric encryption", "Use a key of purpose ENCRYPT_DECRYPT.");
            case KEY_NEVER_FOUND, KEY_VERSION_MISSING ->
                new Said(
                        "Cloud KMS does not know this version of the key",
                        "Check project, location, key ring, key and version.");
            case DESCRIBE_KEY_DENIED ->
                new Said(
                        "The service account may not read the state of the version",
                        "Grant roles/cloudkms.viewer. " + ALLOW);
            case ENCRYPT_DENIED -> new Said("New data keys cannot be wrapped: encrypting is denied", ALLOW);
            case INVALID_REQUEST, KEY_EXPIRED, KEY_NOT_YET_VALID, KEY_ELSEWHERE, PRIVATE_NETWORK_NOT_ENABLED ->
                new Said("Google cannot make sense of the configuration", "Check the key and the service account.");
            case WRONG_CIPHERTEXT ->
                new Said("The key does not open what it has closed", "Check whether another key is behind the name.");
            case SERVICE_DISABLED ->
                new Said(
                        "The Cloud KMS API is switched off in the project",
                        "Enable cloudkms.googleapis.com in the project.");
        };
    }

    @Override
    public String ourSettings() {
        return "keyward.google.credentials";
    }

    @Override
    public String networkRemedy() {
        return "Let the service account through the service perimeter around the key's project. The unique id in the evidence finds the refusal in the audit log.";
    }
}
