package io.keyward.validation.provider.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.testkit.Rule;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyBundleTest {

    @Rule({"V6", "P2"})
    @Test
    void aKeyIsReadAsTheVaultTellsIt() {
        var bundle = KeyBundle.of(
                new JsonObject("{\"key\":{\"kty\":\"RSA-HSM\"},\"attributes\":{\"enabled\":false,\"exp\":1}}"));

        assertThat(bundle.isRsa()).isTrue();
        assertThat(bundle.enabled()).isFalse();
        assertThat(bundle.expiresAt()).isNotNull();
    }

    /** What is no key is neither disabled nor of the wrong kind: nothing follows from it. */
    @Rule({"V6", "P2"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"value\":[]}",
                "{\"key\":{\"kty\":\"RSA\"}}",
                "{\"key\":{\"kty\":\"RSA\"},\"attributes\":{}}",
                "{\"key\":{\"kty\":\"RSA\"},\"attributes\":{\"enabled\":\"no\"}}",
                "{\"key\":{\"kty\":\"RSA\"},\"attributes\":[]}",
                "{\"key\":{},\"attributes\":{\"enabled\":true}}",
                "{\"key\":{\"kty\":7},\"attributes\":{\"enabled\":true}}",
                "{\"key\":7,\"attributes\":{\"enabled\":true}}",
                "{\"attributes\":{\"enabled\":false}}",
                "{\"key\":{\"kty\":\"RSA\"},\"attributes\":{\"enabled\":true,\"exp\":\"soon\"}}"
            })
    void whatIsNoKeyIsNotRead(String reply) {
        assertThatThrownBy(() -> KeyBundle.of(new JsonObject(reply))).isInstanceOf(RuntimeException.class);
    }

    @Rule({"V6", "P1"})
    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"key\":{\"kty\":\"RSA\"},\"attributes\":{\"enabled\":true}}", "{\"recoveryId\":7}"})
    void whatIsNotAmongTheDeletedKeysIsNotReadAsDeleted(String reply) {
        assertThatThrownBy(() -> KeyBundle.deleted(new JsonObject(reply))).isInstanceOf(RuntimeException.class);
    }
}
