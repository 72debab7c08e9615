package io.keyward.local.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;

/** A service's metrics, in the text that Prometheus reads. */
public final class Metrics {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Metrics() {}

    /** The sum of a metric over its tags, as the service at {@code url} tells it now; 0 when it has no such metric. */
    public static double sum(String url, String name) {
        return sumIn(text(url), name);
    }

    /** All that the service at {@code url} tells now. */
    public static String text(String url) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/q/metrics")).build();
        return Exchange.send(CLIENT, request).body();
    }

    static double sumIn(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
