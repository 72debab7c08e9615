package io.keyward.e2e.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** What happens to a cloud that no customer can order by its API: outages, through the simulator's control API. */
public final class Outages {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI control;

    Outages(URI cloud) {
        control = cloud.resolve("/_control/");
    }

    /** What a region's key management can suffer, and the reasons by which a check may tell it. */
    public enum Outage {
        UNREACHABLE("\"effect\":\"UNREACHABLE\"", "UNREACHABLE", "TIMED_OUT"),
        SILENT("\"effect\":\"HANG\"", "TIMED_OUT", "UNREACHABLE"),
        THROTTLED("\"effect\":\"THROTTLE\"", "THROTTLED"),
        FAILING("\"effect\":\"FAIL\",\"code\":\"KMSInternalException\",\"status\":500", "PROVIDER_FAULT");

        private final String effect;
        private final List<String> reasons;

        Outage(String effect, String... reasons) {
            this.effect = effect;
            this.reasons = List.of(reasons);
        }

        public List<String> reasons() {
            return reasons;
        }
    }

    public void begin(String region, Outage outage) {
        send(
                "PUT",
                "disturbances/region",
                "{\"region\":\"%s\",\"service\":\"kms\",%s}".formatted(region, outage.effect));
    }

    /** No role anywhere can be assumed any more, our own canary included. */
    public void denyEveryRole() {
        send(
                "PUT",
                "disturbances/roles",
                "{\"service\":\"sts\",\"operation\":\"AssumeRole\",\"effect\":\"FAIL\",\"code\":\"AccessDenied\",\"status\":403}");
    }

    public void endAll() {
        send("DELETE", "disturbances", "");
    }

    private void send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(control.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(method + " " + path + ": " + response.statusCode() + " " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
