package io.keyward.validation.provider;

import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** A simulator of one's own, its control, and the clouds in it as an administrator's curl sees them. */
public final class SimulatorControl implements AutoCloseable {
    private final CloudSimulator simulator = CloudSimulator.start(Options.defaults());
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Where all clouds are. */
    public String url() {
        return simulator.endpoint().toString();
    }

    public int port() {
        return simulator.port();
    }

    /** Does what only the cloud itself can do. */
    public JsonObject control(String method, String path, JsonObject body) {
        return send(method, "/_control" + path, body);
    }

    /** Asks a host of a cloud as the customer's administrator. */
    public JsonObject administer(String method, String host, String path, JsonObject body) {
        return send(method, "/_hosts/" + host + path, body);
    }

    public void disturb(JsonObject disturbance) {
        control("PUT", "/disturbances/" + UUID.randomUUID(), disturbance);
    }

    public void calm() {
        control("DELETE", "/disturbances", new JsonObject());
    }

    @Override
    public void close() {
        http.close();
        simulator.close();
    }

    private JsonObject send(String method, String path, JsonObject body) {
        var request = HttpRequest.newBuilder(URI.create(simulator.endpoint() + path))
                .header("Authorization", "Bearer test")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.encode()))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + " answered " + response.body());
            }
            return response.body().startsWith("{") ? new JsonObject(response.body()) : new JsonObject();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
