package io.keyward.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnsweringTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new NoClassDefFoundError("io/keyward/Gone"),
                new StackOverflowError(),
                new AssertionError("no"),
                new IllegalStateException("no"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverIsThrownIsAnswered(Throwable failure) throws Exception {
        // When
        HttpResponse<String> answer = ask(request -> fail(failure));

        // Then
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("X-Error-Code")).contains("UNEXPECTED_ERROR");
        JsonObject body = new JsonObject(answer.body());
        assertThat(body.fieldNames()).containsExactly("detail", "error", "errorCode", "parameters", "reason");
        assertThat(body.getString("errorCode")).isEqualTo("UNEXPECTED_ERROR");
        assertThat(answer.body()).doesNotContain("Gone", failure.getClass().getSimpleName());
    }

    @Test
    void anAnswerThatHasBegunIsBrokenOff() {
        assertThatThrownBy(() -> ask(request -> {
                    request.response().setChunked(true).write("half");
                    fail(new StackOverflowError());
                }))
                .isInstanceOf(IOException.class);
    }

    private HttpResponse<String> ask(Handler<HttpServerRequest> handler) throws Exception {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(new Answering(handler))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        URI address = URI.create("http://127.0.0.1:" + server.actualPort() + "/api/x");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
        }
    }

    private static void fail(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
