package io.keyward.local.tls;

import io.keyward.local.folder.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An identity as a stack makes it at its first start, kept for the next run of the tests; and a client that trusts its authority alone. */
public record TestIdentity(ServerIdentity shown, Path caFile) {
    private static final Path FOLDER = Path.of("target", "test-identity").toAbsolutePath();

    public static TestIdentity shared() {
        Path caFile = PrivateFiles.folder(FOLDER).resolve("ca.pem");
        return new TestIdentity(LocalAuthority.open(keys(), caFile, Instant.now(), told -> {}), caFile);
    }

    /** Where its private keys are. */
    static Path keys() {
        return PrivateFiles.folder(FOLDER.resolve("tls"));
    }

    /** What somebody who stole the authority's key would show for another host. */
    public ServerIdentity forgedFor(String host, Path folder) {
        Path store = folder.resolve("forged.p12");
        PrivateFiles.copy(shown.keyStore(), store);
        List<String> extensions = List.of("eku=serverAuth", "san=dns:" + host);
        Keytool.generate(
                store,
                new CertificateOrder(
                        "forged", "CN=" + host, Instant.now(), RenewalRules.SERVER_LIFE, extensions, "authority"));
        return new ServerIdentity(store, shown.password(), "forged");
    }

    public SSLContext trusting() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("ca", read(caFile));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate in a PEM file. */
    static X509Certificate read(Path pem) throws GeneralSecurityException {
        try (InputStream file = Files.newInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
