package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AlgorithmSpec;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.ExpirationModelType;
import software.amazon.awssdk.services.kms.model.GetParametersForImportResponse;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.OriginType;
import software.amazon.awssdk.services.kms.model.WrappingKeySpec;
import software.amazon.awssdk.services.sts.StsClient;

/** One refusal after the other, each with the code that the real service uses. */
class ErrorCodesIT extends SimulatorCase {

    private static final SdkBytes DATA = SdkBytes.fromUtf8String("data");

    @Test
    void aDisabledKeyRefusesEveryUse() {
        // Given
        String key = newKey();
        SdkBytes sealed = encrypt(customer, key);

        // When
        customer.disableKey(r -> r.keyId(key));

        // Then
        assertThat(message(() -> encrypt(customer, key))).isEqualTo(key + " is disabled.");
        assertThat(code(() -> encrypt(customer, key))).isEqualTo("DisabledException");
        assertThat(code(() -> customer.decrypt(r -> r.ciphertextBlob(sealed)))).isEqualTo("DisabledException");
        assertThat(code(() -> customer.generateDataKey(r -> r.keyId(key).keySpec(DataKeySpec.AES_256))))
                .isEqualTo("DisabledException");
        assertThat(code(() -> customer.rotateKeyOnDemand(r -> r.keyId(key)))).isEqualTo("DisabledException");
        assertThat(state(key)).isEqualTo(KeyState.DISABLED);
    }

    @Test
    void aKeyPendingDeletionRefusesUseAndComesBackDisabled() {
        // Given
        String key = newKey();

        // When
        customer.scheduleKeyDeletion(r -> r.keyId(key).pendingWindowInDays(7));

        // Then
        assertThat(message(() -> encrypt(customer, key))).isEqualTo(key + " is pending deletion.");
        assertThat(code(() -> encrypt(customer, key))).isEqualTo("KMSInvalidStateException");
        assertThat(code(() -> customer.enableKey(r -> r.keyId(key)))).isEqualTo("KMSInvalidStateException");
        assertThat(customer.describeKey(r -> r.keyId(key)).keyMetadata().deletionDate())
                .isNotNull();
        customer.cancelKeyDeletion(r -> r.keyId(key));
        assertThat(state(key)).isEqualTo(KeyState.DISABLED);
        assertThat(code(() -> customer.cancelKeyDeletion(r -> r.keyId(key)))).isEqualTo("KMSInvalidStateException");
    }

    @Test
    void aPrimaryWaitsForItsReplicasBeforeItIsDeleted() {
        // Given
        String key = newKey(CreateKeyRequest.builder().multiRegion(true));
        customer.replicateKey(r -> r.keyId(key).replicaRegion("eu-west-1"));

        // When
        customer.scheduleKeyDeletion(r -> r.keyId(key));

        // Then
        assertThat(state(key)).isEqualTo(KeyState.PENDING_REPLICA_DELETION);
        assertThat(code(() -> encrypt(customer, key))).isEqualTo("KMSInvalidStateException");
    }

    @Test
    void aKeyWithoutMaterialRefusesUse() {
        String key = newKey(CreateKeyRequest.builder().origin(OriginType.EXTERNAL));

        assertThat(state(key)).isEqualTo(KeyState.PENDING_IMPORT);
        assertThat(code(() -> encrypt(customer, key))).isEqualTo("KMSInvalidStateException");
        assertThat(message(() -> encrypt(customer, key))).endsWith("is pending import.");
    }

    @Test
    void importedMaterialCanBeTakenAwayAndOnlyTheSameComesBack() throws Exception {
        // Given
        String key = newKey(CreateKeyRequest.builder().origin(OriginType.EXTERNAL));
        importMaterial(key, new byte[32]);
        SdkBytes sealed = encrypt(customer, key);

        // When
        customer.deleteImportedKeyMaterial(r -> r.keyId(key));

        // Then
        assertThat(code(() -> customer.decrypt(r -> r.ciphertextBlob(sealed)))).isEqualTo("KMSInvalidStateException");
        assertThat(state(key)).isEqualTo(KeyState.PENDING_IMPORT);
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(code(() -> importMaterial(key, other))).isEqualTo("IncorrectKeyMaterialException");
        importMaterial(key, new byte[32]);
        assertThat(customer.decrypt(r -> r.ciphertextBlob(sealed)).plaintext()).isEqualTo(DATA);
    }

    @Test
    void importedMaterialExpires() throws Exception {
        // Given
        String key = newKey(CreateKeyRequest.builder().origin(OriginType.EXTERNAL));
        Instant end = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        importMaterial(key, new byte[32], end);

        // When
        KeyMetadata before = customer.describeKey(r -> r.keyId(key)).keyMetadata();
        control("PUT", "/clock", "{\"offset\":\"P4D\"}");

        // Then
        assertThat(before.validTo()).isEqualTo(end);
        assertThat(before.expirationModel()).isEqualTo(ExpirationModelType.KEY_MATERIAL_EXPIRES);
        assertThat(state(key)).isEqualTo(KeyState.PENDING_IMPORT);
        control("PUT", "/clock", "{\"offset\":\"PT0S\"}");
        importMaterial(key, new byte[32]);
        assertThat(state(key)).isEqualTo(KeyState.ENABLED);
    }

    @ParameterizedTest
    @CsvSource({"Creating", "Updating", "Unavailable"})
    void aKeyThatControlBringsToAStateCannotBeUsed(String state) {
        String key = newKey();
        control("PUT", "/key-states", "{\"key\":\"" + key + "\",\"state\":\"" + state + "\"}");

        assertThat(customer.describeKey(r -> r.keyId(key)).keyMetadata().keyStateAsString())
                .isEqualTo(state);
        assertThat(code(() -> encrypt(customer, key))).isEqualTo("KMSInvalidStateException");
        assertThat(code(() -> customer.disableKey(r -> r.keyId(key)))).isEqualTo("KMSInvalidStateException");

        control("PUT", "/key-states", "{\"key\":\"" + key + "\",\"state\":\"Enabled\"}");
        encrypt(customer, key);
    }

    private void importMaterial(String key, byte[] secret) throws Exception {
        importMaterial(key, secret, null);
    }

    private void importMaterial(String key, byte[] secret, @Nullable Instant end) throws Exception {
        GetParametersForImportResponse parameters = customer.getParametersForImport(r -> r.keyId(key)
                .wrappingAlgorithm(AlgorithmSpec.RSAES_OAEP_SHA_256)
                .wrappingKeySpec(WrappingKeySpec.RSA_2048));
        PublicKey wrapping = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(parameters.publicKey().asByteArray()));
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                wrapping,
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        SdkBytes wrapped = SdkBytes.fromByteArray(cipher.doFinal(secret));
        customer.importKeyMaterial(r -> r.keyId(key)
                .importToken(parameters.importToken())
                .encryptedKeyMaterial(wrapped)
                .validTo(end)
                .expirationModel(
                        end == null
                                ? ExpirationModelType.KEY_MATERIAL_DOES_NOT_EXPIRE
                                : ExpirationModelType.KEY_MATERIAL_EXPIRES));
    }

    @ParameterizedTest
    @CsvSource({"RSA_2048,SIGN_VERIFY", "ECC_NIST_P256,SIGN_VERIFY", "HMAC_256,GENERATE_VERIFY_MAC"})
    void aKeyOfAnotherUsageRefusesToEncrypt(String spec, String usage) {
        String key = newKey(CreateKeyRequest.builder().keySpec(spec).keyUsage(usage));

        assertThat(code(() -> encrypt(customer, key))).isEqualTo("InvalidKeyUsageException");
        assertThat(code(() -> customer.getKeyRotationStatus(r -> r.keyId(key))))
                .isEqualTo("UnsupportedOperationException");
    }

    @Test
    void anAlgorithmThatTheKeyDoesNotHaveIsRefused() {
        String key = newKey();

        assertThat(code(() -> customer.encrypt(r ->
                        r.keyId(key).plaintext(DATA).encryptionAlgorithm(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256))))
                .isEqualTo("InvalidKeyUsageException");
    }

    @ParameterizedTest
    @CsvSource({
        "0a1b2c3d-0000-4000-8000-0123456789ab, NotFoundException",
        "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-0000-4000-8000-0123456789ab, NotFoundException",
        "arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d-0000-4000-8000-0123456789ab, NotFoundException",
        "arn:aws:kms:us-east-1:444455556666:key/0a1b2c3d-0000-4000-8000-0123456789ab, AccessDeniedException",
        "alias/nothing, NotFoundException",
        "nonsense, NotFoundException",
        "arn:aws:s3:::bucket, InvalidArnException",
        "arn:aws:kms:us-east-1:111122223333:secret/x, InvalidArnException"
    })
    void aKeyThatIsNotThereIsNotFound(String keyId, String expected) {
        assertThat(code(() -> customer.describeKey(r -> r.keyId(keyId)))).isEqualTo(expected);
    }

    @Test
    void aCiphertextOpensOnlyWithItsKeyAndItsContext() {
        // Given
        String key = newKey();
        String other = newKey();
        SdkBytes sealed = customer.encrypt(r -> r.keyId(key).plaintext(DATA).encryptionContext(Map.of("a", "b")))
                .ciphertextBlob();
        byte[] altered = sealed.asByteArray();
        altered[altered.length - 1] ^= 1;

        // Then
        assertThat(customer.decrypt(r -> r.ciphertextBlob(sealed).encryptionContext(Map.of("a", "b")))
                        .keyId())
                .isEqualTo(key);
        assertThat(code(() -> customer.decrypt(r -> r.ciphertextBlob(sealed)))).isEqualTo("InvalidCiphertextException");
        assertThat(code(() -> customer.decrypt(
                        r -> r.ciphertextBlob(SdkBytes.fromByteArray(altered)).encryptionContext(Map.of("a", "b")))))
                .isEqualTo("InvalidCiphertextException");
        assertThat(code(() -> customer.decrypt(r -> r.ciphertextBlob(DATA)))).isEqualTo("InvalidCiphertextException");
        assertThat(code(() -> customer.decrypt(
                        r -> r.ciphertextBlob(sealed).keyId(other).encryptionContext(Map.of("a", "b")))))
                .isEqualTo("IncorrectKeyException");
        assertThat(code(() -> clients.kms(Clients.CUSTOMER, "eu-west-1").decrypt(r -> r.ciphertextBlob(sealed))))
                .isEqualTo("AccessDeniedException");
    }

    @Test
    void aDryRunSaysWhatWouldHappen() {
        // Given
        String key = newKey();

        // Then
        assertThat(code(() -> customer.encrypt(r -> r.keyId(key).plaintext(DATA).dryRun(true))))
                .isEqualTo("DryRunOperationException");
        customer.disableKey(r -> r.keyId(key));
        assertThat(code(() -> customer.encrypt(r -> r.keyId(key).plaintext(DATA).dryRun(true))))
                .isEqualTo("DisabledException");
    }

    @Test
    void inputThatCannotBeMeantIsRefused() {
        String key = newKey();

        assertThat(code(() -> customer.describeKey(r -> {}))).isEqualTo("ValidationException");
        assertThat(code(() -> customer.scheduleKeyDeletion(r -> r.keyId(key).pendingWindowInDays(3))))
                .isEqualTo("ValidationException");
        assertThat(code(() -> customer.generateDataKey(r -> r.keyId(key)))).isEqualTo("ValidationException");
        assertThat(code(() -> customer.putKeyPolicy(r -> r.keyId(key).policy("{"))))
                .isEqualTo("MalformedPolicyDocumentException");
        assertThat(code(() -> customer.createGrant(r -> r.keyId(key)))).isEqualTo("UnknownOperationException");
    }

    @Test
    void aliasesFollowTheirRules() {
        // Given
        String key = newKey();
        String alias = "alias/a-" + UUID.randomUUID();

        // When
        customer.createAlias(r -> r.aliasName(alias).targetKeyId(key));

        // Then
        assertThat(customer.describeKey(r -> r.keyId(alias)).keyMetadata().arn())
                .isEqualTo(key);
        assertThat(customer.describeKey(r -> r.keyId("arn:aws:kms:us-east-1:111122223333:" + alias))
                        .keyMetadata()
                        .arn())
                .isEqualTo(key);
        assertThat(customer.listAliases(r -> r.keyId(key)).aliases()).hasSize(1);
        assertThat(code(() -> customer.createAlias(r -> r.aliasName(alias).targetKeyId(key))))
                .isEqualTo("AlreadyExistsException");
        assertThat(code(() ->
                        customer.createAlias(r -> r.aliasName("alias/aws/x").targetKeyId(key))))
                .isEqualTo("InvalidAliasNameException");
        customer.deleteAlias(r -> r.aliasName(alias));
        assertThat(code(() -> customer.deleteAlias(r -> r.aliasName(alias)))).isEqualTo("NotFoundException");
    }

    @Test
    void onlySignaturesOfKnownPrincipalsAreVerified() {
        // Given
        AwsBasicCredentials wrong = AwsBasicCredentials.create(simulator.platformAccessKeyId(), "wrong");
        AwsSessionCredentials unknown = AwsSessionCredentials.create("ASIAUNKNOWN000000000", "x", "token");

        // Then
        assertThat(code(() -> list(clients.kms(wrong, "us-east-1")))).isEqualTo("InvalidSignatureException");
        assertThat(code(() -> identity(clients.sts(wrong)))).isEqualTo("SignatureDoesNotMatch");
        assertThat(code(() -> list(clients.kms(unknown, "us-east-1")))).isEqualTo("UnrecognizedClientException");
        assertThat(code(() -> identity(clients.sts(unknown)))).isEqualTo("InvalidClientTokenId");
        assertThat(identity(clients.sts(Clients.CUSTOMER))).startsWith("arn:aws:iam::111122223333:");
        assertThat(identity(clients.sts(Clients.platform()))).isEqualTo(Accounts.PLATFORM_PRINCIPAL);
        assertThat(send("POST", "/", "Action=GetCallerIdentity").body()).contains("MissingAuthenticationToken");
    }

    private static String identity(StsClient sts) {
        return sts.getCallerIdentity().arn();
    }

    private static int list(KmsClient kms) {
        return kms.listKeys().keys().size();
    }

    private KeyState state(String key) {
        return customer.describeKey(r -> r.keyId(key)).keyMetadata().keyState();
    }

    private static SdkBytes encrypt(KmsClient kms, String key) {
        return kms.encrypt(r -> r.keyId(key).plaintext(DATA)).ciphertextBlob();
    }
}
