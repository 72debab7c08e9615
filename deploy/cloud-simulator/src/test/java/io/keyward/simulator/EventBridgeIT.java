package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an API destination gets. */
class EventBridgeIT extends SimulatorCase {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Received(String token, JsonNode event) {}

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private HttpServer destination;

    @BeforeEach
    void listen() throws IOException {
        destination = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        destination.createContext("/hints", this::take);
        destination.start();
        control(
                "PUT",
                "/event-bridge",
                "{\"url\":\"http://127.0.0.1:%d/hints\",\"headerName\":\"X-Token\",\"token\":\"secret\"}"
                        .formatted(destination.getAddress().getPort()));
    }

    @AfterEach
    void hangUp() {
        destination.stop(0);
    }

    @Test
    void callsThatChangeSomethingAreToldAndOthersAreNot() throws InterruptedException {
        // When
        String arn = newKey();
        customer.describeKey(r -> r.keyId(arn));
        customer.disableKey(r -> r.keyId(arn));

        // Then
        Received disabled = next(2).stream()
                .filter(it -> it.event().at("/detail/eventName").asText().equals("DisableKey"))
                .findFirst()
                .orElseThrow();
        assertThat(disabled.token()).isEqualTo("secret");
        assertThat(disabled.event().at("/source").asText()).isEqualTo("aws.kms");
        assertThat(disabled.event().at("/detail-type").asText()).isEqualTo("AWS API Call via CloudTrail");
        assertThat(disabled.event().at("/account").asText()).isEqualTo(Accounts.CUSTOMER);
        assertThat(disabled.event().at("/detail/requestParameters/keyId").asText())
                .isEqualTo(arn);
        assertThat(disabled.event().at("/detail/resources/0/ARN").asText()).isEqualTo(arn);
        assertThat(control("GET", "/event-bridge", "")).doesNotContain("secret");
    }

    @Test
    void whatIsNotTakenIsSentAgainAsItWas() throws InterruptedException {
        // Given
        failures.set(2);

        // When
        newKey();

        // Then
        assertThat(next(3).stream().map(it -> it.event().at("/id").asText()).distinct())
                .hasSize(1);
        control("DELETE", "/event-bridge", "");
        assertThat(control("GET", "/event-bridge", "")).isEqualTo("{}");
    }

    private List<Received> next(int count) throws InterruptedException {
        List<Received> all = new ArrayList<>();
        while (all.size() < count) {
            all.add(Objects.requireNonNull(received.poll(20, TimeUnit.SECONDS), "an event is missing"));
        }
        return all;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    exchange.getRequestHeaders().getFirst("X-Token"), JSON.readTree(exchange.getRequestBody())));
            exchange.sendResponseHeaders(failures.getAndDecrement() > 0 ? 503 : 202, -1);
        }
    }
}
