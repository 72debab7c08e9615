package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;

/** A fresh simulator for each test, and the words to drive it with. */
abstract class SimulatorCase {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    CloudSimulator simulator;
    Clients clients;
    KmsClient customer;

    @BeforeEach
    void start() {
        simulator = CloudSimulator.start(Options.defaults());
        clients = new Clients(simulator.endpoint());
        customer = clients.kms();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    String newKey() {
        return newKey(CreateKeyRequest.builder());
    }

    String newKey(CreateKeyRequest.Builder request) {
        return customer.createKey(request.build()).keyMetadata().arn();
    }

    String control(String method, String path, String body) {
        HttpResponse<String> response = send(method, "/_control" + path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.endpoint() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void attach(String kind, String target, String policy) {
        control("PUT", "/policies/" + kind + "?target=" + URLEncoder.encode(target, StandardCharsets.UTF_8), policy);
    }

    JsonNode controlled(String method, String path, String body) {
        try {
            return JSON.readTree(control(method, path, body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode log(String query) {
        return controlled("GET", "/log" + query, "").get("entries");
    }

    /** The id of an endpoint of the product's that is available at once. */
    String newEndpoint(String region) {
        return controlled("POST", "/endpoints", "{\"region\":\"" + region + "\"}")
                .get("id")
                .asText();
    }

    static AwsServiceException refusal(ThrowingCallable call) {
        AwsServiceException thrown = catchThrowableOfType(AwsServiceException.class, call);
        assertThat(thrown).as("the call should have been refused").isNotNull();
        assertThat(thrown.requestId()).isNotBlank();
        return thrown;
    }

    static String code(ThrowingCallable call) {
        return refusal(call).awsErrorDetails().errorCode();
    }

    static String message(ThrowingCallable call) {
        return refusal(call).awsErrorDetails().errorMessage();
    }
}
