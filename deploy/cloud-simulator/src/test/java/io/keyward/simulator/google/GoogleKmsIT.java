package io.keyward.simulator.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.kms.v1.CryptoKey;
import com.google.cloud.kms.v1.CryptoKey.CryptoKeyPurpose;
import com.google.cloud.kms.v1.CryptoKeyName;
import com.google.cloud.kms.v1.CryptoKeyVersion;
import com.google.cloud.kms.v1.CryptoKeyVersion.CryptoKeyVersionState;
import com.google.cloud.kms.v1.DecryptRequest;
import com.google.cloud.kms.v1.DecryptResponse;
import com.google.cloud.kms.v1.EncryptRequest;
import com.google.cloud.kms.v1.EncryptResponse;
import com.google.cloud.kms.v1.KeyManagementServiceClient;
import com.google.cloud.kms.v1.KeyRing;
import com.google.iam.v1.Binding;
import com.google.iam.v1.Policy;
import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Int64Value;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.FieldMaskUtil;
import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cloud KMS through Google's own client: what works, and for how long. */
class GoogleKmsIT extends GoogleCase {

    private static final String LOCATION = "projects/customer-keys/locations/europe-west3";

    @Test
    void aSeededKeyIsUsedUntilItIsDisabledAndAfterItIsEnabledAgain() {
        // Given
        CryptoKeyVersion version = product.getCryptoKeyVersion(GoogleAccounts.DEMO_KEY_VERSION);
        EncryptResponse sealed = product.encrypt(GoogleAccounts.DEMO_KEY_VERSION, DATA);
        DecryptResponse opened = product.decrypt(GoogleAccounts.DEMO_KEY, sealed.getCiphertext());

        // When
        update(version, CryptoKeyVersionState.DISABLED);
        String refused = code(() -> product.decrypt(GoogleAccounts.DEMO_KEY, sealed.getCiphertext()));
        update(version, CryptoKeyVersionState.ENABLED);

        // Then
        assertThat(version.getState()).isEqualTo(CryptoKeyVersionState.ENABLED);
        assertThat(sealed.getName()).isEqualTo(GoogleAccounts.DEMO_KEY_VERSION);
        assertThat(opened.getPlaintext()).isEqualTo(DATA);
        assertThat(opened.getUsedPrimary()).isTrue();
        assertThat(refused).isEqualTo("FAILED_PRECONDITION KEY_DISABLED");
        assertThat(product.decrypt(GoogleAccounts.DEMO_KEY, sealed.getCiphertext())
                        .getPlaintext())
                .isEqualTo(DATA);
    }

    @Test
    void checksumsAndAdditionalDataAreVerified() {
        // Given
        String key = newKey();
        ByteString additional = ByteString.copyFromUtf8("purpose=cmk-probe");

        // When
        EncryptResponse sealed = product.encrypt(EncryptRequest.newBuilder()
                .setName(key)
                .setPlaintext(DATA)
                .setPlaintextCrc32C(sum(DATA))
                .setAdditionalAuthenticatedData(additional)
                .setAdditionalAuthenticatedDataCrc32C(sum(additional))
                .build());
        DecryptRequest request = DecryptRequest.newBuilder()
                .setName(key)
                .setCiphertext(sealed.getCiphertext())
                .setAdditionalAuthenticatedData(additional)
                .build();
        DecryptResponse opened = product.decrypt(request);

        // Then
        assertThat(sealed.getVerifiedPlaintextCrc32C()).isTrue();
        assertThat(sealed.getVerifiedAdditionalAuthenticatedDataCrc32C()).isTrue();
        assertThat(sealed.getCiphertextCrc32C()).isEqualTo(sum(sealed.getCiphertext()));
        assertThat(opened.getPlaintextCrc32C()).isEqualTo(sum(DATA));
        DecryptRequest altered =
                request.toBuilder().setCiphertextCrc32C(Int64Value.of(1)).build();
        assertThat(code(() -> product.decrypt(altered))).isEqualTo("INVALID_ARGUMENT");
        DecryptRequest without =
                request.toBuilder().clearAdditionalAuthenticatedData().build();
        assertThat(code(() -> product.decrypt(without))).isEqualTo("INVALID_ARGUMENT");
        assertThat(control("GET", "/log?service=cloudkms&operation=Encrypt&resource=" + key, "")
                        .findValue("encryptionContext")
                        .path("additionalAuthenticatedData")
                        .asText())
                .isEqualTo("purpose=cmk-probe");
    }

    @Test
    void aKeyIsRotatedByHandAndOldDataStaysReadable() {
        // Given
        String key = newKey();
        EncryptResponse old = product.encrypt(key, DATA);

        // When
        administrator.createCryptoKeyVersion(key, CryptoKeyVersion.getDefaultInstance());
        CryptoKey rotated = administrator.updateCryptoKeyPrimaryVersion(key, "2");

        // Then
        assertThat(rotated.getPrimary().getName()).isEqualTo(key + "/cryptoKeyVersions/2");
        assertThat(product.getCryptoKey(key).getPrimary().getCreateTime().getSeconds())
                .isGreaterThanOrEqualTo(rotated.getCreateTime().getSeconds());
        DecryptResponse opened = product.decrypt(key, old.getCiphertext());
        assertThat(opened.getPlaintext()).isEqualTo(DATA);
        assertThat(opened.getUsedPrimary()).isFalse();
        assertThat(product.encrypt(key, DATA).getName()).endsWith("/2");
        assertThat(product.listCryptoKeyVersions(key).iterateAll())
                .extracting(CryptoKeyVersion::getName)
                .containsExactly(key + "/cryptoKeyVersions/1", key + "/cryptoKeyVersions/2");
    }

    @Test
    void aKeyRotatesByItself() {
        // Given
        KeyRing ring = administrator.createKeyRing(LOCATION, "rotating", KeyRing.getDefaultInstance());
        long tomorrow = Instant.now().plusSeconds(100_000).getEpochSecond();
        CryptoKey key = administrator.createCryptoKey(
                ring.getName(),
                "daily",
                CryptoKey.newBuilder()
                        .setPurpose(CryptoKeyPurpose.ENCRYPT_DECRYPT)
                        .setRotationPeriod(Duration.newBuilder().setSeconds(86_400))
                        .setNextRotationTime(Timestamp.newBuilder().setSeconds(tomorrow))
                        .putLabels("team", "payments")
                        .build());

        // When
        control("PUT", "/clock", "{\"offset\":\"P3D\"}");
        CryptoKey rotated = administrator.getCryptoKey(key.getName());

        // Then
        assertThat(key.getPrimary().getName()).endsWith("/1");
        assertThat(key.getLabelsMap()).containsEntry("team", "payments");
        assertThat(rotated.getPrimary().getName()).endsWith("/3");
        assertThat(rotated.getPrimary().getCreateTime().getSeconds()).isEqualTo(tomorrow + 86_400);
        assertThat(rotated.getNextRotationTime().getSeconds()).isEqualTo(tomorrow + 2 * 86_400);
    }

    @Test
    void aVersionThatIsToBeDestroyedComesBackDisabledOrNotAtAll() {
        // Given
        String key = newKey();
        String version = key + "/cryptoKeyVersions/1";
        EncryptResponse sealed = product.encrypt(key, DATA);

        // When
        CryptoKeyVersion scheduled = administrator.destroyCryptoKeyVersion(version);
        CryptoKeyVersion restored = administrator.restoreCryptoKeyVersion(version);

        // Then
        assertThat(scheduled.getState()).isEqualTo(CryptoKeyVersionState.DESTROY_SCHEDULED);
        assertThat(scheduled.getDestroyTime().getSeconds())
                .isGreaterThan(Instant.now().plusSeconds(29 * 86_400).getEpochSecond());
        assertThat(restored.getState()).isEqualTo(CryptoKeyVersionState.DISABLED);
        assertThat(code(() -> product.decrypt(key, sealed.getCiphertext())))
                .isEqualTo("FAILED_PRECONDITION KEY_DISABLED");
        assertThat(code(() -> administrator.restoreCryptoKeyVersion(version)))
                .isEqualTo("FAILED_PRECONDITION KEY_DISABLED");
        administrator.destroyCryptoKeyVersion(version);
        control("PUT", "/clock", "{\"offset\":\"P31D\"}");
        CryptoKeyVersion destroyed = administrator.getCryptoKeyVersion(version);
        assertThat(destroyed.getState()).isEqualTo(CryptoKeyVersionState.DESTROYED);
        assertThat(destroyed.hasDestroyEventTime()).isTrue();
        assertThat(code(() -> administrator.restoreCryptoKeyVersion(version)))
                .isEqualTo("FAILED_PRECONDITION KEY_DESTROYED");
    }

    @Test
    void accessIsGivenAndTakenByPolicies() {
        // Given
        String key = newKey();
        EncryptResponse sealed = product.encrypt(key, DATA);
        String member = "serviceAccount:" + GoogleAccounts.DEMO_ACCOUNT;

        // When
        administrator.setIamPolicy(
                CryptoKeyName.parse(key),
                Policy.newBuilder()
                        .addBindings(Binding.newBuilder()
                                .setRole("roles/cloudkms.cryptoKeyDecrypter")
                                .addMembers(member))
                        .build());

        // Then
        assertThat(product.decrypt(key, sealed.getCiphertext()).getPlaintext()).isEqualTo(DATA);
        assertThat(code(() -> product.encrypt(key, DATA))).isEqualTo("PERMISSION_DENIED IAM_PERMISSION_DENIED");
        assertThat(code(() -> product.getCryptoKey(key))).isEqualTo("PERMISSION_DENIED IAM_PERMISSION_DENIED");
        assertThat(administrator
                        .getIamPolicy(CryptoKeyName.parse(key))
                        .getBindings(0)
                        .getMembersList())
                .containsExactly(member);
        String project = "{\"bindings\":[{\"role\":\"projects/customer-keys/roles/look\",\"members\":[\"" + member
                + "\"]},{\"role\":\"roles/owner\",\"members\":[\"user:admin@customer.example\"]}]}";
        control(
                "PUT",
                "/google/roles?name=projects/customer-keys/roles/look",
                "{\"permissions\":[\"cloudkms.cryptoKeys.get\"]}");
        control("PUT", "/google/policies?resource=projects/customer-keys", project);
        assertThat(product.getCryptoKey(key).getName()).isEqualTo(key);
    }

    @Test
    void everythingIsThereAfterARestart(@TempDir Path folder) throws Exception {
        // Given
        Options options = Options.defaults().withStateFile(folder.resolve("state.json"));
        Path copy = folder.resolve("copy.json");
        ByteString sealed;
        try (CloudSimulator first = CloudSimulator.start(options);
                KeyManagementServiceClient product = demo(first)) {
            sealed = product.encrypt(GoogleAccounts.DEMO_KEY, DATA).getCiphertext();

            // When
            Files.copy(folder.resolve("state.json"), copy);
        }

        // Then
        try (CloudSimulator second = CloudSimulator.start(Options.defaults().withStateFile(copy));
                KeyManagementServiceClient product = demo(second)) {
            assertThat(product.decrypt(GoogleAccounts.DEMO_KEY, sealed).getPlaintext())
                    .isEqualTo(DATA);
        }
    }

    private static KeyManagementServiceClient demo(CloudSimulator simulator) {
        GoogleClients clients = new GoogleClients(simulator.endpoint());
        return clients.kms(clients.account(GoogleAccounts.demoKeyFile()));
    }

    private static void update(CryptoKeyVersion version, CryptoKeyVersionState state) {
        administrator.updateCryptoKeyVersion(
                version.toBuilder().setState(state).build(), FieldMaskUtil.fromString("state"));
    }

    private static Int64Value sum(ByteString bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.toByteArray());
        return Int64Value.of(sum.getValue());
    }
}
