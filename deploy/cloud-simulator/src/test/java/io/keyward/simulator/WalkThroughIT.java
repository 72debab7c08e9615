package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.KeyState;

/** The product's main story against the simulator alone: assume the seeded role, use the seeded key, lose it, get it back. */
class WalkThroughIT extends SimulatorCase {

    private static final Map<String, String> CONTEXT = Map.of("purpose", "key-check");

    @Test
    void aDisabledKeyRefusesEncryptAndDecryptUntilItIsEnabled() {
        // Given
        KmsClient product = clients.kms(clients.assume(simulator.demoRoleArn(), "any"), "us-east-1");
        SdkBytes sealed = encrypt(product);
        assertThat(decrypt(product, sealed)).isEqualTo("probe");

        // When
        customer.disableKey(r -> r.keyId(simulator.demoKeyArn()));

        // Then
        assertThatThrownBy(() -> encrypt(product)).isInstanceOf(DisabledException.class);
        assertThatThrownBy(() -> decrypt(product, sealed)).isInstanceOf(DisabledException.class);
        assertThat(product.describeKey(r -> r.keyId(simulator.demoKeyArn()))
                        .keyMetadata()
                        .keyState())
                .isEqualTo(KeyState.DISABLED);
        customer.enableKey(r -> r.keyId(simulator.demoKeyArn()));
        assertThat(decrypt(product, sealed)).isEqualTo("probe");
    }

    @Test
    void aReplicaSharesMaterialAndHasItsOwnState() {
        // Given
        KmsClient primary = customer;
        KmsClient replica = clients.kms(Clients.CUSTOMER, Accounts.DEMO_REPLICA_REGION);
        SdkBytes sealed = encrypt(primary);

        // When
        primary.disableKey(r -> r.keyId(simulator.demoKeyArn()));

        // Then
        assertThat(decrypt(replica, sealed)).isEqualTo("probe");
    }

    private SdkBytes encrypt(KmsClient kms) {
        return kms.encrypt(r -> r.keyId(simulator.demoKeyArn())
                        .plaintext(SdkBytes.fromUtf8String("probe"))
                        .encryptionContext(CONTEXT))
                .ciphertextBlob();
    }

    private static String decrypt(KmsClient kms, SdkBytes sealed) {
        return kms.decrypt(r -> r.ciphertextBlob(sealed).encryptionContext(CONTEXT))
                .plaintext()
                .asUtf8String();
    }
}
