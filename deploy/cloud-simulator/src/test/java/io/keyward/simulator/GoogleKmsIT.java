package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.gax.rpc.ApiException;
import com.google.cloud.kms.v1.CryptoKeyVersion;
import com.google.cloud.kms.v1.CryptoKeyVersion.CryptoKeyVersionState;
import com.google.cloud.kms.v1.DecryptResponse;
import com.google.cloud.kms.v1.EncryptResponse;
import com.google.cloud.kms.v1.KeyManagementServiceClient;
import com.google.protobuf.ByteString;
import com.google.protobuf.util.FieldMaskUtil;
import io.keyward.simulator.google.GoogleAccounts;
import org.junit.jupiter.api.Test;

/** Cloud KMS through Google's own client: what works. */
class GoogleKmsIT extends SimulatorCase {

    private static final ByteString DATA = ByteString.copyFromUtf8("data");

    @Test
    void aKeyIsUsedUntilItIsDisabled() {
        GoogleClients google = new GoogleClients(simulator.endpoint());
        try (KeyManagementServiceClient product = google.kms(google.account(GoogleAccounts.demoKeyFile()));
                KeyManagementServiceClient administrator = google.administrator()) {
            // Given
            CryptoKeyVersion version = product.getCryptoKeyVersion(GoogleAccounts.DEMO_KEY_VERSION);
            EncryptResponse sealed = product.encrypt(GoogleAccounts.DEMO_KEY_VERSION, DATA);
            DecryptResponse opened = product.decrypt(GoogleAccounts.DEMO_KEY, sealed.getCiphertext());
            assertThat(version.getState()).isEqualTo(CryptoKeyVersionState.ENABLED);
            assertThat(opened.getPlaintext()).isEqualTo(DATA);

            // When
            administrator.updateCryptoKeyVersion(
                    version.toBuilder().setState(CryptoKeyVersionState.DISABLED).build(),
                    FieldMaskUtil.fromString("state"));

            // Then
            ApiException refusal = catchThrowableOfType(
                    ApiException.class, () -> product.decrypt(GoogleAccounts.DEMO_KEY, sealed.getCiphertext()));
            assertThat(GoogleClients.answer(refusal).getContent()).contains("KEY_DISABLED");
        }
    }
}
