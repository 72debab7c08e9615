package io.keyward.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keyward.engines.Ports;
import io.keyward.local.gateway.Gateway.Doors;
import io.keyward.local.tls.TestIdentity;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static final RouteTable NOWHERE = new RouteTable(1, 1, 1);
    private static final TestIdentity IDENTITY = TestIdentity.shared();

    private Gateway gateway;

    @BeforeEach
    void start() {
        gateway = Gateway.start(Doors.ANY, IDENTITY.shown(), NOWHERE);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void isTrustedByAJavaClientThatKnowsTheAuthority(String host) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(IDENTITY.trusting()).build()) {
            assertThat(get(client, host).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void isNotTrustedByOthers() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> get(client, "127.0.0.1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void isTrustedByCurl(String host) throws Exception {
        String url = "https://" + host + ":" + gateway.doors().tls() + "/nothing";

        assertThat(curl("--cacert", IDENTITY.caFile().toString(), url)).isEqualTo("404");
        assertThat(curl("--cacert", IDENTITY.caFile().toString(), "--tlsv1.2", "--tls-max", "1.2", url))
                .isEqualTo("404");
    }

    /** The authority is worth nothing to a thief: what it signs for other hosts is refused even by those who trust it. */
    @Test
    void isTrustedForLoopbackOnly(@TempDir Path folder) throws Exception {
        try (Gateway forged = Gateway.start(Doors.ANY, IDENTITY.forgedFor("example.com", folder), NOWHERE)) {
            int port = forged.doors().tls();

            assertThat(curl(
                            "--cacert",
                            IDENTITY.caFile().toString(),
                            "--resolve",
                            "example.com:" + port + ":127.0.0.1",
                            "https://example.com:" + port))
                    .contains("000", "certificate");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET / HTTP/1.1\r\nHost: a\r\n\r\n", "\u0000\u0001\u0002 no TLS at all", "\u0016\u0003\u0001"})
    void hangsUpOnWhatIsNotTlsAndServesOn(String bytes) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), gateway.doors().tls())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("HTTP/1");
        }
        isTrustedByAJavaClientThatKnowsTheAuthority("127.0.0.1");
    }

    @Test
    void doesNotStartOnATakenPortAndLeavesTheOtherFree() throws IOException {
        int http = Ports.free();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> Gateway.start(new Doors(http, taken.getLocalPort()), IDENTITY.shown(), NOWHERE));
        }

        assertThat(Ports.isFree(http)).isTrue();
    }

    private HttpResponse<Void> get(HttpClient client, String host) throws IOException, InterruptedException {
        URI uri = URI.create("https://" + host + ":" + gateway.doors().tls() + "/nothing");
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
    }

    private static String curl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("curl", "--silent", "--show-error", "--output", "/dev/null", "--write-out", "%{http_code}"));
        command.addAll(List.of(arguments));
        Process curl = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(curl.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
