package io.keyward.simulator;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Real SDK clients against a simulator, without retries, so that a test sees every answer. */
record Clients(URI endpoint) {

    static final AwsCredentials CUSTOMER = AwsBasicCredentials.create("test", "test");

    static AwsCredentials platform() {
        return AwsBasicCredentials.create(Options.DEFAULT_ACCESS_KEY_ID, Options.DEFAULT_SECRET_ACCESS_KEY);
    }

    KmsClient kms() {
        return kms(CUSTOMER, "us-east-1");
    }

    KmsClient kms(AwsCredentials credentials, String region) {
        return KmsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(5)))
                .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD).retryStrategy(r -> r.maxAttempts(1)))
                .build();
    }

    StsClient sts(AwsCredentials credentials) {
        return StsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
                .build();
    }

    IamClient iam() {
        return IamClient.builder()
                .endpointOverride(endpoint)
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(StaticCredentialsProvider.create(CUSTOMER))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
                .build();
    }

    /** The product in its own account. */
    Ec2Client ec2() {
        return ec2(platform(), "us-east-1");
    }

    Ec2Client ec2(AwsCredentials credentials, String region) {
        return Ec2Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(5)))
                .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD).retryStrategy(r -> r.maxAttempts(1)))
                .build();
    }

    /** The same simulator through a VPC endpoint. */
    Clients through(String vpcEndpointId) {
        return new Clients(URI.create(endpoint + "/_vpce/" + vpcEndpointId));
    }

    /** A session as the product gets one. */
    AwsCredentials assume(String roleArn, String externalId) {
        return assume(AssumeRoleRequest.builder()
                .roleArn(roleArn)
                .externalId(externalId)
                .roleSessionName("keyward-check")
                .durationSeconds(900)
                .build());
    }

    AwsCredentials assume(AssumeRoleRequest request) {
        try (StsClient sts = sts(platform())) {
            Credentials issued = sts.assumeRole(request).credentials();
            return AwsSessionCredentials.create(issued.accessKeyId(), issued.secretAccessKey(), issued.sessionToken());
        }
    }
}
