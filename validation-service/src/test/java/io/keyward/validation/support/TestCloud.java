package io.keyward.validation.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.contracts.EncryptionEvent.AwsAccess;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.simulator.Accounts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/** The customer's side of the simulated cloud: keys of their own, made, disabled and enabled with a plain SDK. */
public final class TestCloud {
    public static final String REGION = "us-east-1";
    private static final String ENDPOINT = ConfigProvider.getConfig().getValue("keyward.aws.endpoint", String.class);
    private static final Map<String, KmsAsyncClient> KMS = new ConcurrentHashMap<>();
    private static final Set<String> CHECKS = Set.of("DescribeKey", "Encrypt", "Decrypt");
    private static final ObjectMapper JSON = new ObjectMapper();

    private TestCloud() {}

    /** A new symmetric key's ARN. */
    public static String createKey() {
        return createKey(REGION);
    }

    /** The same, in a region. */
    public static String createKey(String region) {
        return kms(region)
                .createKey(key -> key.description("a test's"))
                .join()
                .keyMetadata()
                .arn();
    }

    public static void disable(String arn) {
        kms(regionOf(arn)).disableKey(key -> key.keyId(arn)).join();
    }

    public static void enable(String arn) {
        kms(regionOf(arn)).enableKey(key -> key.keyId(arn)).join();
    }

    /** A key as a project uses it, through the role that lets everyone of ours in. */
    public static KeyUse use(String keyUseId, String arn) {
        return use(keyUseId, arn, "external-" + keyUseId);
    }

    /** The same, with an external id. */
    public static KeyUse use(String keyUseId, String arn, String externalId) {
        return new KeyUse(
                keyUseId,
                "AWS",
                arn,
                REGION,
                true,
                false,
                new AwsAccess(Accounts.DEMO_ROLE_ARN, externalId),
                null,
                false);
    }

    /** The same, reached over private endpoints only, or not. */
    public static KeyUse use(String keyUseId, String arn, boolean privateNetworking) {
        var access = new AwsAccess(Accounts.DEMO_ROLE_ARN, "external-" + keyUseId);
        return new KeyUse(keyUseId, "AWS", arn, REGION, true, privateNetworking, access, null, false);
    }

    /** One of several, in its own region. */
    public static KeyUse use(String keyUseId, String arn, String region, boolean home) {
        var access = new AwsAccess(Accounts.DEMO_ROLE_ARN, "external-" + keyUseId);
        return new KeyUse(keyUseId, "AWS", arn, region, home, false, access, null, false);
    }

    /** The same as the home of a project key, former or not. */
    public static KeyUse useUnder(String keyId, boolean former, String keyUseId, String arn) {
        var access = new AwsAccess(Accounts.DEMO_ROLE_ARN, "external-" + keyUseId);
        return new KeyUse(keyUseId, "AWS", arn, REGION, true, false, access, keyId, former);
    }

    /** A private endpoint that can be used at once; answers its reference. */
    public static String createEndpoint(String region) {
        return read(control("POST", "endpoints", "{\"region\":\"" + region + "\"}"))
                .at("/id")
                .asText();
    }

    /** Number of the last call that was made about a key. */
    public static long lastCall(String arn) {
        return calls("log?resource=" + arn)
                .map(call -> call.at("/number").asLong())
                .max(Long::compare)
                .orElse(0L);
    }

    /** The ways that uses of a key took since call number {@code after}: {@code public}, or the reference of an endpoint. */
    public static List<String> pathsOfChecks(String arn, long after) {
        return calls("log?service=kms&after=" + after + "&resource=" + arn)
                .filter(call -> CHECKS.contains(call.at("/operation").asText()))
                .map(call -> call.at("/path").asText())
                .toList();
    }

    private static Stream<JsonNode> calls(String log) {
        return StreamSupport.stream(read(control("GET", log, "")).at("/entries").spliterator(), false);
    }

    /** An answer as JSON. */
    public static JsonNode read(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer, e);
        }
    }

    private static KmsAsyncClient kms(String region) {
        return KMS.computeIfAbsent(region, name -> KmsAsyncClient.builder()
                .endpointOverride(URI.create(ENDPOINT))
                .region(Region.of(name))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build());
    }

    private static String regionOf(String arn) {
        return arn.split(":")[3];
    }

    /** Calls the simulator's control API, and answers what it answers. */
    public static String control(String method, String path, String body) {
        return call(method, "/_control/" + path, body);
    }

    /** Calls the simulator as the administrator of its clouds, and answers what it answers. */
    public static String call(String method, String path, String body) {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(URI.create(ENDPOINT + path))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer test")
                    .timeout(Duration.ofSeconds(10))
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
