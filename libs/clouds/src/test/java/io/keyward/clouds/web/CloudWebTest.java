package io.keyward.clouds.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a request whose reply takes its time. */
class CloudWebTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final long DROP_MILLIS = 100;

    private final AtomicInteger connections = new AtomicInteger();
    private final CompletableFuture<Void> firstClosed = new CompletableFuture<>();

    private Vertx vertx;
    private CloudWeb web;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        NetServer server = vertx.createNetServer(new NetServerOptions().setHost("127.0.0.1"))
                .connectHandler(this::connected)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        var place = URI.create("http://127.0.0.1:" + server.actualPort());
        web = new CloudWeb(vertx, new CloudWeb.Settings(Optional.of(place), LIMIT, 1));
    }

    @AfterEach
    void stop() {
        web.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    @Rule("P2")
    void aReplyThatComesDropByDropKeepsNobodyElseFromAsking() {
        // Given
        var slow = ask();
        assertThat(slow)
                .failsWithin(LIMIT.multipliedBy(5))
                .withThrowableThat()
                .withCauseInstanceOf(TimeoutException.class);

        // When
        assertThat(firstClosed).succeedsWithin(LIMIT.multipliedBy(5));
        var next = ask();

        // Then
        assertThat(next)
                .succeedsWithin(LIMIT.multipliedBy(5))
                .extracting(CloudReply::body)
                .isEqualTo("{}");
    }

    private CompletableFuture<CloudReply> ask() {
        var reply = new CompletableFuture<CloudReply>();
        var request = CloudRequest.form("https://cloud.example.org/token", "a=b");
        vertx.getOrCreateContext()
                .runOnContext(
                        ignored -> web.send(request).subscribe().with(reply::complete, reply::completeExceptionally));
        return reply;
    }

    /** The first one gets a reply that does not end; all others a whole one. */
    private void connected(NetSocket socket) {
        boolean first = connections.incrementAndGet() == 1;
        socket.exceptionHandler(ignored -> {});
        if (first) {
            socket.closeHandler(closed -> firstClosed.complete(null));
        }
        socket.handler(request -> {
            if (first) {
                socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{");
                vertx.setPeriodic(DROP_MILLIS, drop -> socket.write(" "));
            } else {
                socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            }
        });
    }
}
