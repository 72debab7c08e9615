package io.keyward.secrets;

import com.google.crypto.tink.KeysetHandle;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The mark that a key leaves in front of all it seals: one byte of Tink's, and the key's id. Not secret.
 *
 * @param keyId as {@code tinkey} and {@link KeysetTool} name it
 */
record SealedBy(long keyId) {
    private static final byte TINK = 1;

    static SealedBy primaryOf(KeysetHandle keyset) {
        return new SealedBy(Integer.toUnsignedLong(keyset.getPrimary().getId()));
    }

    /** From the last eight digits of what {@link #hex()} answered. */
    static SealedBy ofHex(String digits) {
        return new SealedBy(Long.parseLong(digits, 16));
    }

    /** All five bytes. */
    String hex() {
        return HexFormat.of()
                .formatHex(ByteBuffer.allocate(5).put(TINK).putInt((int) keyId).array());
    }
}
