package io.keyward.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.keyward.engines.Ports;
import io.keyward.local.gateway.Gateway.Doors;
import io.keyward.local.tls.TestIdentity;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Over plain HTTP and over TLS alike. */
@ParameterizedClass
@EnumSource
class GatewayTest {
    private static final TestIdentity IDENTITY = TestIdentity.shared();

    @Parameter
    private Door door;

    private final int deadPort = Ports.free();
    private HttpServer service;
    private Gateway gateway;

    private enum Door {
        PLAIN,
        TLS
    }

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            String seen = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " from "
                    + exchange.getRequestHeaders().getFirst("X-Forwarded-For") + " for "
                    + exchange.getRequestHeaders().getFirst("X-Forwarded-Proto") + "://"
                    + exchange.getRequestHeaders().getFirst("X-Forwarded-Host") + ": "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = seen.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        gateway = Gateway.start(
                Doors.ANY, IDENTITY.shown(), new RouteTable(service.getAddress().getPort(), deadPort, deadPort));
    }

    @AfterEach
    void stop() {
        gateway.close();
        service.stop(0);
    }

    @Test
    void passesTheTargetOnAsItCameAndSaysForWhom() throws IOException {
        String response = send("GET /api//atlas/v2/a%2Fb/?x=%20&y HTTP/1.1\r\nHost: a\r\nX-Forwarded-Proto: ftp\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(response)
                .startsWith("HTTP/1.1 200")
                .contains("GET /api//atlas/v2/a%2Fb/?x=%20&y from 127.0.0.1 for " + scheme() + "://a: ");
    }

    @Test
    void passesABodyOn() throws IOException {
        String response =
                send("PATCH /api/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 7\r\n\r\n{\"a\":1}");

        assertThat(response).contains("PATCH /api/x from 127.0.0.1 for " + scheme() + "://a: {\"a\":1}");
    }

    @Test
    void answersForAServiceThatCannotBeReached() throws IOException {
        String response = send("POST /api/keyward/v1/groups/g/keyChecks HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + "Content-Length: 2\r\n\r\n{}");

        assertThat(response).startsWith("HTTP/1.1 503").containsIgnoringCase("Retry-After: 2");
        assertIsAtlasError(response, 503, "SERVICE_UNAVAILABLE", "Service Unavailable");
    }

    @Test
    void passesOverAReplicaThatCannotBeReached() throws IOException {
        List<Integer> two = List.of(deadPort, service.getAddress().getPort());
        gateway.close();
        gateway = Gateway.start(Doors.ANY, IDENTITY.shown(), new RouteTable(two, two, two));

        for (int number = 0; number < 4; number++) {
            String response =
                    send("PATCH /api/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");

            assertThat(response)
                    .startsWith("HTTP/1.1 200")
                    .contains("PATCH /api/x")
                    .endsWith("{}");
        }
    }

    @Test
    void joinsTheDocumentsOfAllServicesOrNone() throws IOException {
        String response = send("GET /api/openapi HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertIsAtlasError(response, 503, "SERVICE_UNAVAILABLE", "Service Unavailable");
    }

    @Test
    void refusesWhatIsNotRouted() throws IOException {
        String response = send("GET /internal/v1/api-keys/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertIsAtlasError(response, 404, "RESOURCE_NOT_FOUND", "Not Found");
    }

    @Test
    void refusesABadPath() throws IOException {
        String response = send("GET /api/atlas/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertIsAtlasError(response, 400, "BAD_REQUEST", "Bad Request");
    }

    @Test
    void refusesABadQuery() throws IOException {
        for (String query : List.of("%zz=1", "x={y}", "x=|", "x=\"")) {
            String response = send("GET /api/x?" + query + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            assertIsAtlasError(response, 400, "BAD_REQUEST", "Bad Request");
        }
    }

    @Test
    void refusesATargetThatIsTooLong() throws IOException {
        String response = send("GET /api/" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");

        assertIsAtlasError(response, 414, "URI_TOO_LONG", "Request-URI Too Long");
    }

    @Test
    void refusesHeadersThatAreTooLarge() throws IOException {
        String response = send("GET /api/x HTTP/1.1\r\nHost: a\r\nX-Large: " + "a".repeat(40_000) + "\r\n\r\n");

        assertIsAtlasError(response, 431, "REQUEST_HEADERS_TOO_LARGE", "Request Header Fields Too Large");
    }

    private static void assertIsAtlasError(String response, int status, String code, String reason) {
        assertThat(response).containsPattern("^HTTP/1.[01] " + status).contains("application/json");
        String json = response.substring(response.indexOf("\r\n\r\n") + 4);
        JsonObject body = new JsonObject(json);
        assertThat(body.fieldNames()).containsExactly("detail", "error", "errorCode", "parameters", "reason");
        assertThat(body.getInteger("error")).isEqualTo(status);
        assertThat(body.getString("errorCode")).isEqualTo(code);
        assertThat(body.getString("reason")).isEqualTo(reason);
    }

    /** Sends bytes as they are: a real client would refuse or mend half of them. */
    private String send(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return read(socket.getInputStream());
        }
    }

    private Socket connect() throws IOException {
        return switch (door) {
            case PLAIN ->
                new Socket(InetAddress.getLoopbackAddress(), gateway.doors().http());
            case TLS ->
                IDENTITY.trusting()
                        .getSocketFactory()
                        .createSocket(
                                InetAddress.getLoopbackAddress(),
                                gateway.doors().tls());
        };
    }

    private String scheme() {
        return switch (door) {
            case PLAIN -> "http";
            case TLS -> "https";
        };
    }

    /** Until the end, or until a whole JSON body has come on a connection that stays open. */
    private static String read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            text.append((char) next);
            if (text.indexOf("\r\n\r\n{") >= 0 && text.charAt(text.length() - 1) == '}') {
                break;
            }
        }
        return text.toString();
    }
}
