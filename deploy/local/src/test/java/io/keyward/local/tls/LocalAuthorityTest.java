package io.keyward.local.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.folder.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAuthorityTest {
    private static final Instant NOW = Instant.now();

    @TempDir
    private Path parent;

    private Path folder;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void hasStartedBefore() {
        TestIdentity.shared();
        folder = parent.resolve("tls");
        PrivateFiles.copyFiles(TestIdentity.keys(), folder);
    }

    @Test
    void staysFromStartToStart() throws Exception {
        X509Certificate server = start(NOW);
        X509Certificate authority = authority();

        assertThat(start(NOW.plus(Duration.ofDays(200)))).isEqualTo(server);
        assertThat(authority()).isEqualTo(authority);
        assertThat(told).isEmpty();
        assertThat(server.getNotBefore()).isBefore(NOW);
        assertThat(server.getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void isReplacedInTime() throws Exception {
        X509Certificate first = start(NOW);
        X509Certificate authority = authority();

        Instant nextYear = NOW.plus(Duration.ofDays(350));
        X509Certificate renewed = start(nextYear);

        validate(renewed, authority(), nextYear);
        assertThat(renewed.getNotAfter().toInstant()).isAfter(nextYear.plus(Duration.ofDays(360)));
        assertThat(renewed.getPublicKey()).isNotEqualTo(first.getPublicKey());
        assertThat(authority()).isEqualTo(authority);
        assertThat(told).singleElement().asString().contains("renewing");

        Instant nineYearsLater = NOW.plus(Duration.ofDays(3400));
        X509Certificate anew = start(nineYearsLater);

        validate(anew, authority(), nineYearsLater);
        assertThat(authority()).isNotEqualTo(authority);
        assertThat(told).hasSize(3).anyMatch(line -> line.contains(caFile().toString()));
    }

    @Test
    void isMadeAnewWhenDamaged() throws Exception {
        Files.writeString(folder.resolve("authority.p12"), "torn");
        Files.writeString(folder.resolve("authority.p12.new"), "left behind by a start that was killed");

        X509Certificate server = start(NOW);

        validate(server, authority(), NOW);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
        assertThat(permissions("authority.p12")).isEqualTo("rw-------");
        assertThat(permissions("server.p12")).isEqualTo("rw-------");
    }

    @Test
    void vouchesForServersOnThisMachineOnly() throws Exception {
        start(NOW);

        X509Certificate authority = authority();
        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(authority.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(authority.getCriticalExtensionOIDs()).contains("2.5.29.30");
    }

    private X509Certificate start(Instant now) {
        return certificate(LocalAuthority.open(folder, caFile(), now, told::add));
    }

    private static X509Certificate certificate(ServerIdentity identity) {
        return new CertificateStore(identity.keyStore()).find(identity.alias()).orElseThrow();
    }

    private X509Certificate authority() throws GeneralSecurityException {
        return TestIdentity.read(caFile());
    }

    private Path caFile() {
        return parent.resolve("ca.pem");
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    private static void validate(X509Certificate server, X509Certificate authority, Instant at)
            throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(server)), parameters);
    }
}
