package io.keyward.local.chaos.validation.world;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * The customers' account, used through plain SDKs. Their patience is longer than anything is frozen: a call that was given up might be carried out later, when
 * nobody expects it any more.
 */
public final class CloudAccount implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final StaticCredentialsProvider ADMINISTRATOR =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    private final URI endpoint;
    private final Map<String, KmsClient> kms = new ConcurrentHashMap<>();
    private final IamClient iam;

    /** @param cloudUrl of the simulated cloud */
    public CloudAccount(String cloudUrl) {
        endpoint = URI.create(cloudUrl);
        iam = common(IamClient.builder(), Region.AWS_GLOBAL)
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(PATIENCE))
                .build();
    }

    KmsClient kms(String region) {
        return kms.computeIfAbsent(region, name -> common(KmsClient.builder(), Region.of(name))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(PATIENCE))
                .build());
    }

    IamClient iam() {
        return iam;
    }

    private <B extends AwsClientBuilder<B, C>, C> B common(B builder, Region region) {
        return builder.endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(ADMINISTRATOR)
                .overrideConfiguration(override ->
                        override.retryStrategy(RetryMode.STANDARD).retryStrategy(none -> none.maxAttempts(1)));
    }

    @Override
    public void close() {
        kms.values().forEach(KmsClient::close);
        iam.close();
    }
}
