package io.keyward.simulator.events;

import io.keyward.simulator.call.Invocation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Sends an event to every destination for each call that changed something. Without an answer, or with one that asks for it (429, 5xx), it is sent again a
 * few times; then it is dropped, as by EventBridge after a day. Nothing is kept: a restart forgets the destinations and what is under way.
 */
public final class EventBridge {
    private static final System.Logger LOG = System.getLogger(EventBridge.class.getName());
    private static final int ATTEMPTS = 6;
    private static final int FIRST_PAUSE_MILLIS = 100;
    private static final long TIMEOUT_MILLIS = TimeUnit.SECONDS.toMillis(5);
    private static final int TOO_MANY = 429;
    private static final int FAILED = 500;

    private final Vertx vertx;
    private final HttpClient client;
    private final Map<String, Destination> destinations = new ConcurrentHashMap<>();

    public EventBridge(Vertx vertx) {
        this.vertx = vertx;
        this.client =
                vertx.createHttpClient(new HttpClientOptions().setTrustAll(true).setVerifyHost(false));
    }

    public void set(String name, Destination destination) {
        destinations.put(name, destination);
    }

    public void clear(String name) {
        destinations.remove(name);
    }

    /** Without their tokens. */
    public Map<String, String> urls() {
        var urls = new ConcurrentHashMap<String, String>();
        destinations.forEach((name, destination) -> urls.put(name, destination.url()));
        return urls;
    }

    /** Tells of a call that was executed. Answers at once. */
    public void happened(Invocation call, String requestId) {
        if (destinations.isEmpty() || !CloudTrail.isTold(call.service(), call.operation())) {
            return;
        }
        var body =
                CloudTrail.event(call, UUID.randomUUID().toString(), requestId).toString();
        destinations.values().forEach(destination -> {
            var delay = destination.delayMillis();
            later(delay == null ? 0 : delay, () -> send(destination, body, 1));
        });
    }

    private void send(Destination destination, String body, int attempt) {
        post(destination, body).onComplete(answered -> {
            if (answered.succeeded() && answered.result() != TOO_MANY && answered.result() < FAILED) {
                return;
            }
            if (attempt < ATTEMPTS) {
                later(FIRST_PAUSE_MILLIS << attempt, () -> send(destination, body, attempt + 1));
            } else {
                LOG.log(System.Logger.Level.WARNING, "an event for {0} was dropped", destination);
            }
        });
    }

    private Future<Integer> post(Destination destination, String body) {
        var request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(destination.url())
                .setTimeout(TIMEOUT_MILLIS)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("User-Agent", "Amazon/EventBridge/ApiDestinations")
                .putHeader(destination.headerName(), destination.token());
        return client.request(request)
                .compose(open -> open.send(Buffer.buffer(body)))
                .compose(response -> response.body().map(response.statusCode()));
    }

    private void later(int millis, Runnable work) {
        vertx.setTimer(Math.max(1, millis), timer -> work.run());
    }
}
