package io.keyward.e2e.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;

/** The tenant's side of AWS, through the plain SDK with the tenant's own administrator credentials. */
public final class Cloud {
    private static final StaticCredentialsProvider TENANT =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    private static final String POLICY_NAME = "keyward";
    private static final String TENANT_ACCOUNT = "111122223333";
    private static final String ELSEWHERE = "444455556666";
    private static final String KEY_POLICY = """
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:root"},"Action":"kms:*","Resource":"*"},
             {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:root"},"Action":["kms:DescribeKey","kms:Encrypt","kms:Decrypt"],"Resource":"*"}]}""".formatted(ELSEWHERE, TENANT_ACCOUNT);

    private final URI endpoint;

    public Cloud(URI endpoint) {
        this.endpoint = endpoint;
    }

    public KmsClient kms(String region) {
        return kms(region, TENANT);
    }

    private KmsClient kms(String region, StaticCredentialsProvider credentials) {
        return KmsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** A new symmetric key; answers its ARN. */
    public String createKey(String region) {
        return createKey(region, List.of());
    }

    /** A new key with a replica in each of the other regions; a multi-Region key unless there are none. Answers the ARN of its primary. */
    public String createKey(String region, List<String> replicas) {
        try (KmsClient kms = kms(region)) {
            String arn = kms.createKey(
                            request -> request.multiRegion(!replicas.isEmpty()).description("a scenario's key"))
                    .keyMetadata()
                    .arn();
            replicas.forEach(replica -> replicate(arn, replica));
            return arn;
        }
    }

    /** A new key in an account that is not the tenant's, whose key policy lets the tenant's account use it. Answers its ARN. */
    public String createKeyElsewhere(String region) {
        JsonNode user = new Control(endpoint).post("users", """
                {"account":"%s","name":"%s","policy":{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}}""".formatted(ELSEWHERE, UUID.randomUUID()));
        StaticCredentialsProvider owner = StaticCredentialsProvider.create(AwsBasicCredentials.create(
                user.path("accessKeyId").asText(), user.path("secretAccessKey").asText()));
        try (KmsClient kms = kms(region, owner)) {
            return kms.createKey(request -> request.policy(KEY_POLICY))
                    .keyMetadata()
                    .arn();
        }
    }

    public void replicate(String keyArn, String region) {
        try (KmsClient kms = kms(regionOf(keyArn))) {
            kms.replicateKey(request -> request.keyId(keyArn).replicaRegion(region));
        }
    }

    public void disable(String keyArn) {
        try (KmsClient kms = kms(regionOf(keyArn))) {
            kms.disableKey(request -> request.keyId(keyArn));
        }
    }

    public void enable(String keyArn) {
        try (KmsClient kms = kms(regionOf(keyArn))) {
            kms.enableKey(request -> request.keyId(keyArn));
        }
    }

    public void scheduleDeletion(String keyArn) {
        try (KmsClient kms = kms(regionOf(keyArn))) {
            kms.scheduleKeyDeletion(request -> request.keyId(keyArn).pendingWindowInDays(7));
        }
    }

    /** Makes new material for the key at once. */
    public void rotate(String keyArn) {
        try (KmsClient kms = kms(regionOf(keyArn))) {
            kms.rotateKeyOnDemand(request -> request.keyId(keyArn));
        }
    }

    public void cancelDeletion(String keyArn) {
        try (KmsClient kms = kms(regionOf(keyArn))) {
            kms.cancelKeyDeletion(request -> request.keyId(keyArn));
        }
    }

    /** A role that lets {@code principal} in with one external id and may do nothing yet; answers its ARN. */
    public String createRole(String name, String principal, String externalId) {
        try (IamClient iam = iam()) {
            return iam.createRole(request ->
                            request.roleName(name).assumeRolePolicyDocument(trustPolicy(principal, externalId)))
                    .role()
                    .arn();
        }
    }

    public void trust(String role, String principal, String externalId) {
        try (IamClient iam = iam()) {
            iam.updateAssumeRolePolicy(
                    request -> request.roleName(role).policyDocument(trustPolicy(principal, externalId)));
        }
    }

    /** From now on the role may do exactly these actions with the key, in every region that has it. */
    public void allow(String role, String keyArn, String... actions) {
        allow(role, List.of(keyArn), actions);
    }

    /** The same with several keys. */
    public void allow(String role, List<String> keyArns, String... actions) {
        String policy = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":%s,"Resource":%s}]}""".formatted(
                        list(Arrays.stream(actions)),
                        list(keyArns.stream().map(arn -> arn.replace(":" + regionOf(arn) + ":", ":*:"))));
        try (IamClient iam = iam()) {
            iam.putRolePolicy(
                    request -> request.roleName(role).policyName(POLICY_NAME).policyDocument(policy));
        }
    }

    private static String list(Stream<String> words) {
        return words.map(word -> "\"" + word + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private IamClient iam() {
        return IamClient.builder()
                .endpointOverride(endpoint)
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(TENANT)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static String trustPolicy(String principal, String externalId) {
        return """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole",
                 "Condition":{"StringEquals":{"sts:ExternalId":"%s"}}}]}""".formatted(principal, externalId);
    }

    private static String regionOf(String arn) {
        return arn.split(":")[3];
    }
}
