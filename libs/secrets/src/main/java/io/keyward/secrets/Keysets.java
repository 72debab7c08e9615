package io.keyward.secrets;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Reads a Tink keyset from configuration, and says which key of the configuration is at fault when that fails. */
public final class Keysets {
    private Keysets() {}

    /**
     * A keyset as it was found.
     *
     * @param setting where
     * @param json secret, or encrypted
     */
    record Text(String setting, String json) {
        /** Without the keyset. */
        @Override
        public String toString() {
            return "Text[" + setting + "]";
        }
    }

    /**
     * @param key the configuration key that holds the keyset itself; {@code <key>-file} names a file instead
     * @throws IllegalStateException naming {@code key}, and never quoting the keyset, when there is none, both, or no readable one
     */
    public static KeysetHandle read(String key, Optional<String> keyset, Optional<Path> file) {
        return parse(text(key, keyset, file));
    }

    static Text text(String key, Optional<String> keyset, Optional<Path> file) {
        if (keyset.isPresent() == file.isPresent()) {
            throw new IllegalStateException("Set exactly one of " + key + " (a Tink keyset as JSON) and " + key
                    + "-file (a file that holds one).");
        }
        return keyset.map(json -> new Text(key, json))
                .orElseGet(() -> new Text(key + "-file", contents(key, file.orElseThrow())));
    }

    /** What is in clear. */
    static KeysetHandle parse(Text text) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(text.json(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            // The cause may quote the text, which is secret: it is dropped.
            throw new IllegalStateException(text.setting() + " does not hold a Tink keyset as JSON.");
        }
    }

    private static String contents(String key, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(key + "-file names " + file + ", which cannot be read.", e);
        }
    }
}
