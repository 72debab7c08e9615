package io.keyward.simulator.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.client.http.HttpResponseException;
import com.google.api.gax.rpc.ApiException;
import com.google.cloud.kms.v1.KeyManagementServiceClient;
import com.google.protobuf.ByteString;
import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** One simulator for the tests of a class, each of which has a key of its own, and the words to drive its Google with. */
abstract class GoogleCase {

    static final ByteString DATA = ByteString.copyFromUtf8("data");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger KEYS = new AtomicInteger();

    static CloudSimulator simulator;
    static GoogleClients google;
    static KeyManagementServiceClient administrator;
    /** The product with the key file that the customer gave it. */
    static KeyManagementServiceClient product;

    @BeforeAll
    static void start() {
        simulator = CloudSimulator.start(Options.defaults());
        google = new GoogleClients(simulator.endpoint());
        administrator = google.administrator();
        product = google.kms(google.account(GoogleAccounts.demoKeyFile()));
    }

    @AfterAll
    static void stop() {
        product.close();
        administrator.close();
        simulator.close();
    }

    @AfterEach
    void calm() {
        control("POST", "/reset", "");
    }

    /** A key of the customer's that the product may use and look at. */
    static String newKey() {
        return newKey("ENCRYPT_DECRYPT", "SOFTWARE");
    }

    static String newKey(String purpose, String protection) {
        String name = GoogleAccounts.DEMO_RING + "/cryptoKeys/key-" + KEYS.incrementAndGet();
        control("POST", "/google/keys", """
                {"name":"%s","purpose":"%s","protection":"%s","users":["serviceAccount:%s"]}""".formatted(name, purpose, protection, GoogleAccounts.DEMO_ACCOUNT));
        return name;
    }

    static void bring(String key, String state) {
        control("PUT", "/google/version-states", """
                {"version":"%s/cryptoKeyVersions/1","state":"%s"}""".formatted(key, state));
    }

    static JsonNode control(String method, String path, String body) {
        HttpResponse<String> response = send(method, "/_control" + path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return read(response.body());
    }

    static HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.endpoint() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The error in the body of a refusal. The client itself knows the HTTP status alone, and turns that into a code that may be another one. */
    static JsonNode refusal(ThrowingCallable call) {
        ApiException thrown = catchThrowableOfType(ApiException.class, call);
        assertThat(thrown).as("the call should have been refused").isNotNull();
        assertThat(thrown).hasCauseInstanceOf(HttpResponseException.class);
        return read(((HttpResponseException) thrown.getCause()).getContent()).path("error");
    }

    /** Status and, if the details have one, the reason or the type of what was violated: {@code FAILED_PRECONDITION KEY_DISABLED}. */
    static String code(ThrowingCallable call) {
        JsonNode error = refusal(call);
        String detail = error.findValuesAsText("reason").stream()
                .findFirst()
                .or(() ->
                        error.path("details").findValuesAsText("type").stream().findFirst())
                .orElse("");
        return (error.path("status").asText() + " " + detail).strip();
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
