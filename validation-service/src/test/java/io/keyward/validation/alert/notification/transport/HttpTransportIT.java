package io.keyward.validation.alert.notification.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.keyward.testkit.Rule;
import io.keyward.validation.alert.notification.form.Post;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a webhook of a customer can lead, with a server in the private network that writes down who called. */
@Rule({"N5", "P4"})
class HttpTransportIT {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();
    private HttpServer inside;

    @BeforeEach
    void aServerInThePrivateNetwork() throws IOException {
        inside = HttpServer.create(new InetSocketAddress(0), 0);
        inside.createContext("/", call -> {
            calls.add(call.getRequestURI().getPath());
            call.getResponseHeaders().add("Location", "http://127.0.0.1:" + port() + "/elsewhere");
            call.sendResponseHeaders(call.getRequestURI().getPath().equals("/moved") ? 307 : 204, -1);
            call.close();
        });
        inside.start();
    }

    @AfterEach
    void allIsClosed() {
        inside.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://127.1:%d/",
                "http://2130706433:%d/",
                "http://0.0.0.0:%d/",
                "http://localhost:%d/",
                "http://LOCALHOST:%d/",
                "http://somebody@localhost:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fd00:ec2::254]/latest/meta-data/",
                "file:///etc/passwd",
                "gopher://localhost:%d/",
            })
    void nothingIsReachedInside(String url) {
        assertThat(refusal(transport(InetAddress::getAllByName), url, true)).isNotEmpty();
        assertThat(calls).isEmpty();
    }

    /** What a name is looked up as is what is connected to. */
    @Test
    void aNameThatLeadsElsewhereAMomentLaterLeadsNowhereElse() {
        var transport = transport(host -> lookUps.incrementAndGet() == 1
                ? new InetAddress[] {address(203, 0, 113, 1)}
                : new InetAddress[] {InetAddress.getLoopbackAddress()});

        refusal(transport, "http://rebinding.example.com:%d/", true);
        assertThat(lookUps).hasValue(1);
        assertThat(calls).isEmpty();
    }

    @Test
    void aNameWithOneAddressInsideIsRefused() {
        var transport =
                transport(host -> new InetAddress[] {address(203, 0, 113, 1), InetAddress.getLoopbackAddress()});

        assertThat(refusal(transport, "http://both.example.com:%d/", true)).contains("private network");
        assertThat(calls).isEmpty();
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertThat(send(transport(InetAddress::getAllByName), "http://localhost:%d/moved", false)
                        .status())
                .isEqualTo(307);
        assertThat(calls).containsExactly("/moved");
    }

    @Test
    void whoeverRunsTheInstallationMayReachAnything() {
        assertThat(send(transport(InetAddress::getAllByName), "http://localhost:%d/", false)
                        .status())
                .isEqualTo(204);
    }

    private HttpTransport transport(HttpTransport.Names names) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(NotificationConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValue("keyward.notification.channel-time-limit", "1s")
                .build()
                .getConfigMapping(NotificationConfig.class);
        return new HttpTransport(vertx, config, names);
    }

    private Answer send(HttpTransport transport, String url, boolean guarded) {
        var post = new Post(url.contains("%d") ? url.formatted(port()) : url, new LinkedHashMap<>(), "{}", guarded);
        return transport.send(post).toCompletionStage().toCompletableFuture().join();
    }

    /** Why it was not sent. */
    private String refusal(HttpTransport transport, String url, boolean guarded) {
        try {
            return "answered " + send(transport, url, guarded).status();
        } catch (CompletionException refused) {
            return String.valueOf(refused.getCause().getMessage());
        }
    }

    private int port() {
        return inside.getAddress().getPort();
    }

    private static InetAddress address(int... parts) throws UnknownHostException {
        var bytes = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = (byte) parts[i];
        }
        return InetAddress.getByAddress(bytes);
    }
}
