package io.keyward.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.keyward.secrets.kek.Kek;
import io.keyward.secrets.kek.KekUri;
import io.keyward.secrets.kek.PatientAead;
import io.keyward.secrets.provider.aws.AwsAccess;
import io.keyward.secrets.provider.aws.AwsKek;
import io.keyward.secrets.provider.azure.AzureAccess;
import io.keyward.secrets.provider.azure.AzureKek;
import io.keyward.secrets.provider.google.GoogleAccess;
import io.keyward.secrets.provider.google.GoogleKek;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** Keysets that a key of a KMS encrypted: JSON as {@code tinkey} writes and reads it (but for Azure, which it does not know), with no associated data. */
final class EncryptedKeysets {
    private static final byte[] NO_ASSOCIATED_DATA = {};

    private final SecretsConfig config;
    private final Duration patience;

    /** @param patience for how long a KMS that does not answer is asked again */
    EncryptedKeysets(SecretsConfig config, Duration patience) {
        this.config = config;
        this.patience = patience;
    }

    /** Whether a text is such a keyset, or something that would be one. */
    static boolean isOne(String json) {
        return json.contains("\"encryptedKeyset\"");
    }

    /** Fails with a {@link io.keyward.secrets.kek.KekException} when it is the KMS that does not decrypt it. */
    KeysetHandle open(String json, KekUri key) throws GeneralSecurityException {
        try (Kek kek = kek(key)) {
            return open(json, aead(key, kek));
        }
    }

    /** Whatever comes out has been opened again: nobody is left with a keyset that nothing opens. */
    String encrypt(KeysetHandle keyset, KekUri key) throws GeneralSecurityException {
        try (Kek kek = kek(key)) {
            Aead aead = aead(key, kek);
            String json = TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(keyset, aead, NO_ASSOCIATED_DATA);
            if (!open(json, aead).equalsKeyset(keyset)) {
                throw new GeneralSecurityException("what was encrypted is another keyset when it is decrypted");
            }
            return json;
        }
    }

    private static KeysetHandle open(String json, Aead aead) throws GeneralSecurityException {
        try {
            return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(json, aead, NO_ASSOCIATED_DATA);
        } catch (IllegalArgumentException e) {
            // Of what is no Base64.
            throw new GeneralSecurityException("no encrypted keyset");
        }
    }

    /** An RSA key of Azure encrypts no more than another key, and that the keyset: Tink's envelope. */
    private Aead aead(KekUri key, Kek kek) throws GeneralSecurityException {
        Aead patient = new PatientAead(kek, patience);
        return key instanceof KekUri.Azure
                ? KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, patient)
                : patient;
    }

    private Kek kek(KekUri key) {
        return switch (key) {
            case KekUri.Aws aws ->
                new AwsKek(
                        aws,
                        new AwsAccess(
                                config.aws().endpoint(),
                                config.aws().accessKeyId(),
                                config.aws().secretAccessKey(),
                                config.kms().callTimeout()));
            case KekUri.Google google ->
                new GoogleKek(
                        google,
                        new GoogleAccess(
                                config.google().endpointOverride(),
                                config.google().credentials(),
                                config.kms().callTimeout()));
            case KekUri.Azure azure ->
                new AzureKek(
                        azure,
                        new AzureAccess(
                                config.azure().endpointOverride(),
                                AzureAccess.Application.of(
                                        config.azure().tenantId(),
                                        config.azure().applicationId(),
                                        config.azure().applicationSecret()),
                                config.kms().callTimeout()));
        };
    }
}
