package io.keyward.local.demo;

import io.keyward.local.folder.Addresses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

/** What the tenant does in a cloud account of their own, with a plain AWS SDK; and what happens to a cloud from outside. */
final class CustomerCloud implements AutoCloseable {
    private static final int OK = 200;

    private final KmsClient kms;
    private final String cloudUrl;
    private final String keyArn;
    private final String region;
    private final HttpClient http = HttpClient.newHttpClient();

    CustomerCloud(Addresses addresses) {
        this.cloudUrl = addresses.cloudUrl();
        this.keyArn = addresses.demoKeyArn();
        this.region = keyArn.split(":")[3];
        this.kms = KmsClient.builder()
                .endpointOverride(URI.create(cloudUrl))
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    String keyArn() {
        return keyArn;
    }

    void disableKey() {
        kms.disableKey(request -> request.keyId(keyArn));
    }

    void enableKey() {
        kms.enableKey(request -> request.keyId(keyArn));
    }

    /** From now on the KMS of the key's region does not answer. */
    void makeUnreachable() {
        control("PUT", "{\"effect\":\"UNREACHABLE\",\"service\":\"kms\",\"region\":\"%s\"}".formatted(region));
    }

    void makeReachable() {
        control("DELETE", "");
    }

    @Override
    public void close() {
        kms.close();
        http.close();
    }

    private void control(String method, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(cloudUrl + "/_control/disturbances/outage"))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != OK / 100) {
                throw new IllegalStateException(
                        "the simulated cloud refused: " + response.statusCode() + " " + response.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException("the simulated cloud does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling the simulated cloud", e);
        }
    }
}
