package io.keyward.secrets.provider.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keyward.secrets.kek.KekException;
import io.keyward.secrets.kek.KekUri;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where no application is configured, we are whoever the pod or the machine is. */
class AzurePodTest {
    private static final KekUri.Azure KEY =
            (KekUri.Azure) KekUri.parse("azure-kv://v-1.vault.azure.net/keys/k/0a9b8c7d6e5f40312233445566778899");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer azure;

    @BeforeEach
    void start() throws IOException {
        azure = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        azure.createContext("/", this::answer);
        azure.start();
    }

    @AfterEach
    void stop() {
        azure.stop(0);
    }

    @Test
    void aPodThatIsFederatedSignsInWithItsToken(@TempDir Path folder) throws Exception {
        // Given
        Path token = Files.writeString(folder.resolve("token"), "of-the-pod\n");

        // When
        byte[] opened = decrypt(Map.of(
                "AZURE_FEDERATED_TOKEN_FILE",
                token.toString(),
                "AZURE_TENANT_ID",
                "tenant",
                "AZURE_CLIENT_ID",
                "client"));

        // Then
        assertThat(opened).asString().isEqualTo("hush");
        assertThat(asked.getFirst())
                .startsWith("POST /_hosts/login.microsoftonline.com/tenant/oauth2/v2.0/token")
                .contains("client_id=client", "jwt-bearer&client_assertion=of-the-pod", "vault.azure.net%2F.default");
        assertThat(asked.getLast())
                .startsWith(
                        "POST /_hosts/v-1.vault.azure.net/keys/k/0a9b8c7d6e5f40312233445566778899/unwrapkey?api-version=7.4")
                .contains("RSA-OAEP-256")
                .endsWith("Bearer t");
    }

    @Test
    void aMachineHasItsManagedIdentity() throws Exception {
        assertThat(decrypt(Map.of("AZURE_CLIENT_ID", "client"))).asString().isEqualTo("hush");
        assertThat(asked.getFirst())
                .startsWith("GET /_hosts/169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01")
                .contains("resource=https%3A%2F%2Fvault.azure.net&client_id=client")
                .contains("Metadata=true");
    }

    @Test
    void saysSoWhenThePodsTokenIsNotThere() {
        assertThatThrownBy(() -> decrypt(Map.of(
                        "AZURE_FEDERATED_TOKEN_FILE", "/nowhere", "AZURE_TENANT_ID", "t", "AZURE_CLIENT_ID", "c")))
                .isInstanceOf(KekException.class)
                .hasMessageContaining("AZURE_FEDERATED_TOKEN_FILE names /nowhere");
    }

    private byte[] decrypt(Map<String, String> environment) throws KekException {
        URI place = URI.create("http://127.0.0.1:" + azure.getAddress().getPort());
        var access = new AzureAccess(Optional.of(place), Optional.empty(), Duration.ofSeconds(60));
        try (AzureKek kek = new AzureKek(KEY, access, environment)) {
            return kek.decrypt(new byte[] {1});
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8) + " Metadata="
                + exchange.getRequestHeaders().getFirst("Metadata") + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] answer = "{\"access_token\":\"t\",\"value\":\"aHVzaA\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
