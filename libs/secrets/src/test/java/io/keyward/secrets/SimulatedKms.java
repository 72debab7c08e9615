package io.keyward.secrets;

import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

/** The KMS of two clouds, whoever administers them, and settings that lead there. */
final class SimulatedKms implements AutoCloseable {
    private final CloudSimulator simulator = CloudSimulator.start(Options.defaults());
    private final HttpClient control =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final KmsClient administrator = KmsClient.builder()
            .endpointOverride(simulator.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();

    /** AWS as its administrator handles it. */
    KmsClient administrator() {
        return administrator;
    }

    /** A new key of AWS; its ARN. */
    String newKey() {
        return administrator.createKey().keyMetadata().arn();
    }

    /** Settings that lead here, as the administrator, with little patience. {@code more} are name and value by turns, below {@code keyward.secrets}. */
    SecretsConfig config(String... more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "keyward.secrets.aws.endpoint", simulator.endpoint().toString(),
                "keyward.secrets.aws.access-key-id", "test",
                "keyward.secrets.aws.secret-access-key", "test",
                "keyward.secrets.azure.endpoint-override", simulator.endpoint().toString(),
                "keyward.secrets.google.endpoint-override", simulator.endpoint().toString(),
                "keyward.secrets.kms.call-timeout", "60s",
                "keyward.secrets.kms.patience", "0s"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put("keyward.secrets." + more[i], more[i + 1]);
        }
        return configOf(settings);
    }

    static SecretsConfig configOf(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(SecretsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(SecretsConfig.class);
    }

    /** A user of the customer's account that may do these actions on every key; name and value of their two settings. */
    String[] userThatMay(String... actions) {
        String allowed =
                Arrays.stream(actions).map(action -> "\"" + action + "\"").collect(Collectors.joining(","));
        String created = control("POST", "/users", """
                {"account":"%s","name":"keyset","policy":
                 {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[%s],"Resource":"*"}]}}""".formatted(simulator.customerAccountId(), allowed));
        return new String[] {
            "aws.access-key-id", text(created, "accessKeyId"), "aws.secret-access-key", text(created, "secretAccessKey")
        };
    }

    void disturb(String disturbance) {
        control("PUT", "/disturbances/" + UUID.randomUUID(), disturbance);
    }

    void calm() {
        control("DELETE", "/disturbances", "");
    }

    /** Does what only the cloud itself can do. */
    String control(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(simulator.endpoint() + "/_control" + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var response = control.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + response.body());
            }
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        administrator.close();
        control.close();
        simulator.close();
    }

    private static String text(String json, String field) {
        var matcher = Pattern.compile("\"" + field + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + field + " in " + json);
        }
        return matcher.group(1);
    }
}
