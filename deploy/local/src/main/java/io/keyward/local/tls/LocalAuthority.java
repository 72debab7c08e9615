package io.keyward.local.tls;

import io.keyward.local.folder.PrivateFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The certificate authority of one stack. Who trusts it trusts servers on their own machine and nobody else: its certificate is constrained
 * to loopback names and addresses. OpenSSL, Go, Node.js and browsers enforce that; Java does not, for an authority that it trusts directly.
 *
 * <p>What is missing, damaged or near its end is made anew, the rest stays. A process that is killed meanwhile leaves the old state or the
 * new one.
 */
public final class LocalAuthority {
    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    private static final int PEM_LINE = 64;

    /** The extension NameConstraints (RFC 5280) in DER: permitted are {@code localhost}, 127.0.0.0/8 and ::1/128. */
    private static final String LOOPBACK_ONLY = "303fa03d"
            + "300b82096c6f63616c686f7374"
            + "300a87087f000000ff000000"
            + "3022872000000000000000000000000000000001ffffffffffffffffffffffffffffffff";

    private static final List<String> AUTHORITY_EXTENSIONS = List.of(
            "bc:critical=ca:true,pathlen:0",
            "ku:critical=keyCertSign,cRLSign",
            "eku=serverAuth",
            "2.5.29.30:critical=" + LOOPBACK_ONLY);
    private static final List<String> SERVER_EXTENSIONS =
            List.of("ku:critical=digitalSignature", "eku=serverAuth", "san=dns:localhost,ip:127.0.0.1,ip:::1");

    private final CertificateStore authorityStore;
    private final CertificateStore serverStore;
    private final Instant now;

    private LocalAuthority(Path folder, Instant now) {
        this.authorityStore = new CertificateStore(folder.resolve("authority.p12"));
        this.serverStore = new CertificateStore(folder.resolve("server.p12"));
        this.now = now;
    }

    /**
     * Sees to it that there is a good certificate for the gateway, and writes that of the authority to {@code caFile} (PEM).
     *
     * @param folder where the private keys are; its owner's alone
     * @param progress hears when clients have an authority to trust that they did not know, and of a renewal
     * @throws IllegalStateException when keys or certificates cannot be made
     */
    public static ServerIdentity open(Path folder, Path caFile, Instant now, Consumer<String> progress) {
        LocalAuthority local = new LocalAuthority(folder, now);
        X509Certificate authority = local.knownAuthority().orElseGet(() -> {
            progress.accept("making a certificate authority for TLS: " + caFile);
            return local.makeAuthority();
        });
        PrivateFiles.write(caFile, pem(authority));
        Optional<X509Certificate> shown = local.serverStore.find(SERVER);
        if (shown.filter(server -> local.isGood(server, authority)).isEmpty()) {
            shown.ifPresent(old -> progress.accept("renewing the certificate for TLS"));
            local.makeServer();
        }
        return new ServerIdentity(local.serverStore.file(), CertificateStore.PASSWORD, SERVER);
    }

    private Optional<X509Certificate> knownAuthority() {
        return authorityStore
                .find(AUTHORITY)
                .filter(known -> RenewalRules.keepsAuthority(from(known), until(known), now));
    }

    private X509Certificate makeAuthority() {
        CertificateOrder order = new CertificateOrder(
                AUTHORITY,
                "CN=Keyward on this machine",
                from(),
                RenewalRules.AUTHORITY_LIFE,
                AUTHORITY_EXTENSIONS,
                null);
        authorityStore.replace(draft -> Keytool.generate(draft, order));
        return authorityStore.find(AUTHORITY).orElseThrow();
    }

    /** The tool signs with a key of the same store, so this one holds both. */
    private void makeServer() {
        CertificateOrder order = new CertificateOrder(
                SERVER, "CN=localhost", from(), RenewalRules.SERVER_LIFE, SERVER_EXTENSIONS, AUTHORITY);
        serverStore.replace(draft -> {
            PrivateFiles.copy(authorityStore.file(), draft);
            Keytool.generate(draft, order);
        });
    }

    private boolean isGood(X509Certificate server, X509Certificate authority) {
        return RenewalRules.keepsServer(from(server), until(server), now) && isSignedBy(authority, server);
    }

    private static boolean isSignedBy(X509Certificate authority, X509Certificate server) {
        try {
            server.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException ofAnotherAuthority) {
            return false;
        }
    }

    private Instant from() {
        return now.minus(RenewalRules.HEAD_START);
    }

    private static Instant from(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant();
    }

    private static Instant until(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    private static String pem(X509Certificate certificate) {
        try {
            Base64.Encoder lines = Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII));
            return "-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("the authority's certificate cannot be written", e);
        }
    }
}
