package io.keyward.simulator.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.models.EncryptionAlgorithm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh simulator for each test, and the words to drive its Azure with. */
abstract class AzureCase {

    static final byte[] PROBE = "probe".getBytes(StandardCharsets.UTF_8);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final java.net.http.HttpClient HTTP = java.net.http.HttpClient.newHttpClient();
    private static final HttpClient WIRE =
            new JdkHttpClientBuilder().responseTimeout(Duration.ofSeconds(5)).build();

    CloudSimulator simulator;
    AzureClients clients;

    @BeforeEach
    void start() {
        simulator = CloudSimulator.start(Options.defaults());
        clients = new AzureClients(WIRE, simulator.endpoint());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    static AzureClients clientsOf(CloudSimulator simulator) {
        return new AzureClients(WIRE, simulator.endpoint());
    }

    static byte[] encrypt(CryptographyClient key) {
        return key.encrypt(EncryptionAlgorithm.RSA_OAEP_256, PROBE).getCipherText();
    }

    static byte[] decrypt(CryptographyClient key, byte[] sealed) {
        return key.decrypt(EncryptionAlgorithm.RSA_OAEP_256, sealed).getPlainText();
    }

    /** Status and what the refusal calls itself: {@code 403 KeyDisabled}. */
    static String refusal(ThrowingCallable call) {
        HttpResponseException thrown = catchThrowableOfType(HttpResponseException.class, call);
        assertThat(thrown).as("the call should have been refused").isNotNull();
        JsonNode error = read(thrown.getResponse().getBodyAsString().block()).path("error");
        String code =
                error.path("innererror").path("code").asText(error.path("code").asText());
        return thrown.getResponse().getStatusCode() + " " + code;
    }

    JsonNode control(String method, String path, String body) {
        HttpResponse<String> response = send(method, "/_control" + path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return read(response.body());
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
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

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
