package io.keyward.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTest {
    private static final byte[] SECRET = "the private half".getBytes(StandardCharsets.UTF_8);

    private final String keyset = Sealer.newKeyset();
    private final Sealer sealer = Sealer.of(keyset);

    @Test
    void opensWhatItSealed() {
        // When
        byte[] sealed = sealer.seal(SECRET, "api-key:abc");

        // Then
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("private");
        assertThat(Sealer.of(keyset).open(sealed, "api-key:abc")).isEqualTo(SECRET);
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(sealer.seal(SECRET, "x")).isNotEqualTo(sealer.seal(SECRET, "x"));
    }

    @Test
    void doesNotOpenForAnotherOwner() {
        // Given
        byte[] sealed = sealer.seal(SECRET, "api-key:abc");

        // Then
        assertThatThrownBy(() -> sealer.open(sealed, "api-key:abd")).isInstanceOf(UnsealableException.class);
    }

    @Test
    void doesNotOpenWhatWasChanged() {
        // Given
        byte[] sealed = sealer.seal(SECRET, "x");
        sealed[sealed.length - 1] ^= 1;

        // Then
        assertThatThrownBy(() -> sealer.open(sealed, "x")).isInstanceOf(UnsealableException.class);
        assertThatThrownBy(() -> sealer.open(new byte[0], "x")).isInstanceOf(UnsealableException.class);
    }

    @Test
    void opensWithTheOldKeyAfterARotation() throws Exception {
        // Given
        byte[] sealed = sealer.seal(SECRET, "x");
        KeysetHandle old = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
        KeysetHandle.Builder rotation = KeysetHandle.newBuilder(old);
        rotation.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary());

        // When
        Sealer rotated =
                Sealer.of(TinkJsonProtoKeysetFormat.serializeKeyset(rotation.build(), InsecureSecretKeyAccess.get()));

        // Then
        assertThat(rotated.open(sealed, "x")).isEqualTo(SECRET);
        assertThatThrownBy(() -> sealer.open(rotated.seal(SECRET, "x"), "x")).isInstanceOf(UnsealableException.class);
    }

    @Test
    void readsItsKeysetFromAFile(@TempDir Path folder) throws Exception {
        // Given
        Path file = Files.writeString(folder.resolve("keyset.json"), keyset);

        // Then
        assertThat(Keysets.read("some.key", Optional.empty(), Optional.of(file)).size())
                .isEqualTo(1);
    }

    @Test
    void aWrongConfigurationIsNamedAndNotQuoted(@TempDir Path folder) {
        Path nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> Keysets.read("some.key", Optional.empty(), Optional.empty()))
                .hasMessageContaining("some.key")
                .hasMessageContaining("some.key-file");
        assertThatThrownBy(() -> Keysets.read("some.key", Optional.of(keyset), Optional.of(nowhere)))
                .hasMessageContaining("some.key")
                .hasMessageNotContaining("keyData");
        assertThatThrownBy(() -> Keysets.read("some.key", Optional.of("{\"hunter2\"}"), Optional.empty()))
                .hasMessageContaining("some.key")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
        assertThatThrownBy(() -> Keysets.read("some.key", Optional.empty(), Optional.of(nowhere)))
                .hasMessageContaining("some.key-file");
    }
}
