package io.keyward.validation.provider.aws;

import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;

/** AWS as a customer handles it, by AWS's own SDK, and the control of what no customer can do: the weather, and policies from above. */
final class SimulatedAws implements AutoCloseable {
    static final String REGION = "us-east-1";
    static final String EXTERNAL_ID = "the-external-id";

    private final CloudSimulator simulator = CloudSimulator.start(Options.defaults());
    private final HttpClient control = HttpClient.newHttpClient();
    private final SdkAsyncHttpClient http = AwsCrtAsyncHttpClient.create();
    private final StaticCredentialsProvider administrator =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    private final IamAsyncClient iam = IamAsyncClient.builder()
            .endpointOverride(simulator.endpoint())
            .region(Region.AWS_GLOBAL)
            .credentialsProvider(administrator)
            .httpClient(http)
            .build();
    private final KmsAsyncClient kms = KmsAsyncClient.builder()
            .endpointOverride(simulator.endpoint())
            .region(Region.of(REGION))
            .credentialsProvider(administrator)
            .httpClient(http)
            .build();

    CloudSimulator simulator() {
        return simulator;
    }

    KmsAsyncClient kms() {
        return kms;
    }

    String createKey() {
        return createKey(request -> {});
    }

    String createKey(Consumer<CreateKeyRequest.Builder> details) {
        return kms.createKey(details).join().keyMetadata().arn();
    }

    /** A role that trusts the product with {@link #EXTERNAL_ID} and may do {@code actions}; answers its ARN. */
    String createRole(String... actions) {
        var name = "role-" + UUID.randomUUID();
        var arn = iam.createRole(role -> role.roleName(name).assumeRolePolicyDocument(trust(simulator.platformArn())))
                .join()
                .role()
                .arn();
        permit(arn, actions);
        return arn;
    }

    /** From now on the role may do this and nothing else. */
    void permit(String roleArn, String... actions) {
        iam.putRolePolicy(policy ->
                        policy.roleName(name(roleArn)).policyName("keys").policyDocument(statement("Allow", actions)))
                .join();
    }

    /** From now on nobody but the customer's own account may assume the role. */
    void distrust(String roleArn) {
        updateTrust(roleArn, "arn:aws:iam::" + simulator.customerAccountId() + ":root");
    }

    void trustAgain(String roleArn) {
        updateTrust(roleArn, simulator.platformArn());
    }

    /** Denies {@code actions} in the key's own policy, to everybody, administrators excepted. */
    void denyInKeyPolicy(String keyArn, String roleArn, String... actions) {
        denyInKeyPolicy(keyArn, roleArn, "{}", actions);
    }

    /** Denies {@code actions} in the key's own policy to whoever does not come through the endpoint. */
    void denyInKeyPolicyUnlessThrough(String keyArn, String roleArn, String endpoint, String... actions) {
        var unlessThrough = "{\"StringNotEquals\":{\"aws:SourceVpce\":\"" + endpoint + "\"}}";
        denyInKeyPolicy(keyArn, roleArn, unlessThrough, actions);
    }

    private void denyInKeyPolicy(String keyArn, String roleArn, String condition, String... actions) {
        var policy = """
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:root"},"Action":"kms:*","Resource":"*"},
                 {"Effect":"Deny","Principal":{"AWS":"%s"},"Action":[%s],"Resource":"*","Condition":%s}]}
                """.formatted(simulator.customerAccountId(), roleArn, quoted(actions), condition);
        kms.putKeyPolicy(request -> request.keyId(keyArn).policyName("default").policy(policy))
                .join();
    }

    /** Attaches a policy from above; {@code kind} as the simulator's control API spells it. */
    void guard(String kind, String target, String policy) {
        send("PUT", "/policies/" + kind + "?target=" + target, policy);
    }

    /** An endpoint of the product's that is available at once; answers its id. */
    String createVpcEndpoint() {
        var created = send("POST", "/endpoints", "{\"region\":\"" + REGION + "\"}");
        return new JsonObject(created).getString("id");
    }

    /** Brings a key to a state that no customer can bring it to. */
    void put(String keyArn, String state) {
        send(
                "PUT",
                "/key-states",
                new JsonObject().put("key", keyArn).put("state", state).encode());
    }

    void disturb(String disturbance) {
        send("PUT", "/disturbances/" + UUID.randomUUID(), disturbance);
    }

    /** Fair weather, no policy from above. */
    void calm() {
        send("POST", "/reset", "");
    }

    static String allowAllBut(String... actions) {
        return """
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},
                 {"Effect":"Deny","Principal":"*","Action":[%s],"Resource":"*"}]}
                """.formatted(quoted(actions));
    }

    static String identityPolicyAllowingAllBut(String... actions) {
        return allowAllBut(actions).replace("\"Principal\":\"*\",", "");
    }

    @Override
    public void close() {
        iam.close();
        kms.close();
        http.close();
        simulator.close();
    }

    private void updateTrust(String roleArn, String principal) {
        iam.updateAssumeRolePolicy(role -> role.roleName(name(roleArn)).policyDocument(trust(principal)))
                .join();
    }

    private static String trust(String principal) {
        return """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole",
                 "Condition":{"StringEquals":{"sts:ExternalId":"%s"}}}]}
                """.formatted(principal, EXTERNAL_ID);
    }

    private static String statement(String effect, String... actions) {
        return """
                {"Version":"2012-10-17","Statement":[{"Effect":"%s","Action":[%s],"Resource":"*"}]}
                """.formatted(effect, quoted(actions));
    }

    private static String quoted(String... values) {
        return Arrays.stream(values).map(value -> "\"" + value + "\"").collect(Collectors.joining(","));
    }

    private static String name(String roleArn) {
        return roleArn.substring(roleArn.lastIndexOf('/') + 1);
    }

    private String send(String method, String path, String body) {
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
}
