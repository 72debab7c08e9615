package io.keyward.validation.support;

import io.keyward.contracts.EncryptionEvent.AwsAccess;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.simulator.Accounts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.ConfigProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/** The customer's side of the simulated cloud: keys of their own, made, disabled and enabled with a plain SDK. */
public final class TestCloud {
    public static final String REGION = "us-east-1";
    private static final String ENDPOINT = ConfigProvider.getConfig().getValue("keyward.aws.endpoint", String.class);
    private static final KmsAsyncClient KMS = KmsAsyncClient.builder()
            .endpointOverride(URI.create(ENDPOINT))
            .region(Region.of(REGION))
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .build();

    private TestCloud() {}

    /** A new symmetric key's ARN. */
    public static String createKey() {
        return KMS.createKey(key -> key.description("a test's"))
                .join()
                .keyMetadata()
                .arn();
    }

    public static void disable(String arn) {
        KMS.disableKey(key -> key.keyId(arn)).join();
    }

    public static void enable(String arn) {
        KMS.enableKey(key -> key.keyId(arn)).join();
    }

    /** A key as a project uses it, through the role that lets everyone of ours in. */
    public static KeyUse use(String keyUseId, String arn) {
        return use(keyUseId, arn, "external-" + keyUseId);
    }

    /** The same, with an external id. */
    public static KeyUse use(String keyUseId, String arn, String externalId) {
        return new KeyUse(keyUseId, "AWS", arn, REGION, true, false, new AwsAccess(Accounts.DEMO_ROLE_ARN, externalId));
    }

    /** Calls the simulator's control API. */
    public static void control(String method, String path, String body) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(ENDPOINT + "/_control/" + path))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
