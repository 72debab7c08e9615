package io.keyward.local.tls;

import io.keyward.local.folder.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Consumer;

/** A PKCS #12 file with private keys in it, replaced as a whole. */
record CertificateStore(Path file) {
    /** No secret: the file and its folder are readable by their owner alone. The format wants a password. */
    static final String PASSWORD = "keyward";

    /** The certificate of that key; nothing when the file is absent, or damaged, or without it. */
    Optional<X509Certificate> find(String alias) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            return Optional.ofNullable((X509Certificate) store.getCertificate(alias));
        } catch (GeneralSecurityException | IOException damaged) {
            return Optional.empty();
        }
    }

    /** Lets {@code maker} write a new file, which then takes the place of this one. */
    void replace(Consumer<Path> maker) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        PrivateFiles.delete(draft);
        maker.accept(draft);
        PrivateFiles.adopt(draft, file);
    }
}
