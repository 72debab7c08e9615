package io.keyward.local.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The {@code keytool} of the Java that runs: it makes key pairs and certificates. */
final class Keytool {
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private Keytool() {}

    /**
     * Adds what is ordered to {@code store}, which is made when absent.
     *
     * @throws IllegalStateException with what keytool says when it fails
     */
    static void generate(Path store, CertificateOrder order) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-Duser.timezone=UTC", "-genkeypair"));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", CertificateStore.PASSWORD, "-alias", order.alias()));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-dname", order.name()));
        command.addAll(List.of("-startdate", START.format(order.from())));
        command.addAll(List.of("-validity", Long.toString(order.life().toDays())));
        order.extensions().forEach(extension -> command.addAll(List.of("-ext", extension)));
        if (order.signer() != null) {
            command.addAll(List.of("-signer", order.signer()));
        }
        run(command);
    }

    private static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("no certificate could be made: " + output.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(command.getFirst() + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making a certificate", e);
        }
    }
}
