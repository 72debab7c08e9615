package io.keyward.secrets.kek;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.keyward.secrets.kek.KekException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Sends a request to a host of a cloud that is asked without an SDK, and waits for the reply. Follows no redirect. */
public final class KekHttp implements AutoCloseable {
    private final String cloud;
    private final Optional<URI> override;
    private final Duration limit;
    private final HttpClient client;

    /**
     * @param cloud its name, for what is said when it does not answer
     * @param override where all hosts are, as paths; empty for the hosts themselves
     * @param limit of one request
     */
    public KekHttp(String cloud, Optional<URI> override, Duration limit) {
        this.cloud = cloud;
        this.override = override;
        this.limit = limit;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limit)
                .build();
    }

    /**
     * A reply, whatever it is.
     *
     * @param body an empty object when there was none; may hold a token or a keyset
     */
    public record Reply(int status, JsonObject body) {
        public boolean ok() {
            return status == 200;
        }

        /** The status alone. */
        @Override
        public String toString() {
            return "Reply[" + status + "]";
        }
    }

    public Reply post(String url, String type, String body, String... headers) throws KekException {
        return send(request(url, headers).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    public Reply get(String url, String... headers) throws KekException {
        return send(request(url, headers).GET());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest.Builder request(String url, String... headers) {
        return HttpRequest.newBuilder(place(URI.create(url))).timeout(limit).headers(headers);
    }

    /** With an override all hosts are paths of one place. */
    private URI place(URI url) {
        return override.map(place ->
                        URI.create(place.toString().replaceAll("/+$", "") + "/_hosts/" + url.getHost() + target(url)))
                .orElse(url);
    }

    private static String target(URI url) {
        return url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
    }

    private Reply send(HttpRequest.Builder request) throws KekException {
        HttpRequest asked = request.build();
        try {
            HttpResponse<String> response = client.send(asked, BodyHandlers.ofString());
            return new Reply(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw new KekException(
                    Kind.UNANSWERED,
                    cloud + " did not answer at " + asked.uri().getAuthority() + ": "
                            + e.getClass().getSimpleName()
                            + Optional.ofNullable(e.getMessage())
                                    .map(text -> ": " + text)
                                    .orElse(""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KekException(Kind.UNANSWERED, cloud + " was not waited for: interrupted");
        }
    }

    private static JsonObject json(String body) {
        try {
            return JsonParser.parseString(body).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException notAnObject) {
            return new JsonObject();
        }
    }
}
