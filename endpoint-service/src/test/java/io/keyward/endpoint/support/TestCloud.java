package io.keyward.endpoint.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/** The simulated EC2 from behind: what is there, and what becomes of it. */
public final class TestCloud {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private TestCloud() {}

    /** Fair weather, in which nothing takes any time. */
    public static void calm() {
        control("POST", "reset", "");
        control("PUT", "endpoint-settings", """
                {"creation":"PT0S","deletion":"PT0S","deletedVisible":"PT0S"}""");
    }

    /** The usual weather, for whoever comes next. */
    public static void reset() {
        control("POST", "reset", "");
    }

    /** A disturbance of that operation of EC2, for as many calls. */
    public static void disturb(String operation, String disturbance) {
        control("PUT", "disturbances/" + operation, """
                {"service":"ec2","operation":"%s",%s}""".formatted(operation, disturbance));
    }

    public static void endDisturbances() {
        control("DELETE", "disturbances", "");
    }

    /** Whether all disturbances have struck as often as they were to. */
    public static boolean isUndisturbed() {
        return control("GET", "disturbances", "").isEmpty();
    }

    /** What becomes of endpoints that are made from now on. */
    public static void creationsEndAs(String state) {
        control("PUT", "endpoint-creations/all", """
                {"state":"%s","code":"TestTrouble","message":"Somebody said no."}""".formatted(state));
    }

    /**
     * Makes another one behind our back that carries the name of an endpoint.
     *
     * @return its client token
     */
    public static String makeNamesakeOf(String endpointId, String region) {
        var token = "namesake-of-" + endpointId;
        var installation = ConfigProvider.getConfig().getValue("keyward.endpoint.aws.installation", String.class);
        control("POST", "endpoint-batches", """
                {"region":"%s","endpoints":[{"clientToken":"%s",
                 "tags":{"keyward:endpoint-id":"%s","keyward:installation":"%s"}}]}""".formatted(region, token, endpointId, installation));
        return token;
    }

    /** Does something to an endpoint behind our back: {@code vanish}, {@code reject}, … */
    public static void act(String ref, String what) {
        control("POST", "endpoints/" + ref + "/" + what, "");
    }

    /** States in which EC2 has what was made for this endpoint, one for each VPC endpoint that ever was. */
    public static List<String> statesOf(String endpointId) {
        return StreamSupport.stream(
                        control("GET", "endpoints?clientToken=" + endpointId, "")
                                .get("endpoints")
                                .spliterator(),
                        false)
                .map(endpoint -> endpoint.get("state").asText())
                .toList();
    }

    /** How often an operation of EC2 was called since the last reset, with whatever outcome. */
    public static long callsOf(String operation) {
        return control("GET", "log?service=ec2&operation=" + operation, "")
                .get("entries")
                .size();
    }

    public static JsonNode control(String method, String path, String body) {
        var base = ConfigProvider.getConfig().getValue("keyward.aws.endpoint", String.class);
        var request = HttpRequest.newBuilder(URI.create(base + "/_control/" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return read(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static JsonNode read(String body) throws JsonProcessingException {
        return JSON.readTree(body);
    }
}
