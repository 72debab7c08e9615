package io.keyward.local.bench.sweep.loop;

import io.keyward.simulator.Options;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.sts.StsAsyncClient;

/**
 * The SDK at its fastest: the asynchronous client on the AWS common runtime, connections of their own for each region, answers handled on the thread that they
 * come in on. Calls have limits, as no program should be without.
 */
final class Clients implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Region HOME = Region.US_EAST_1;

    private final Map<String, KmsAsyncClient> kms = new ConcurrentHashMap<>();
    private final URI endpoint;
    private final int connections;
    /** As ours: one that does not keep what was taken back. */
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

    private final StsAsyncClient sts;

    /** @param connections as many as calls may be under way in one region */
    Clients(URI endpoint, int connections) {
        this.endpoint = endpoint;
        this.connections = connections;
        timer.setRemoveOnCancelPolicy(true);
        this.sts = configured(StsAsyncClient.builder(), HOME)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(Options.DEFAULT_ACCESS_KEY_ID, Options.DEFAULT_SECRET_ACCESS_KEY)))
                .build();
    }

    /** Without credentials: each request brings those of its session. */
    KmsAsyncClient kms(String region) {
        return kms.computeIfAbsent(region, name -> configured(KmsAsyncClient.builder(), Region.of(name))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build());
    }

    /** As the product. */
    StsAsyncClient sts() {
        return sts;
    }

    @Override
    public void close() {
        sts.close();
        kms.values().forEach(KmsAsyncClient::close);
        timer.shutdownNow();
    }

    private <B extends AwsClientBuilder<B, ?> & AwsAsyncClientBuilder<B, ?>> B configured(B builder, Region region) {
        SdkAsyncHttpClient.Builder<?> http = AwsCrtAsyncHttpClient.builder()
                .maxConcurrency(connections)
                .connectionTimeout(LIMIT)
                .connectionAcquisitionTimeout(LIMIT);
        return builder.region(region)
                .endpointOverride(endpoint)
                .httpClientBuilder(http)
                .overrideConfiguration(limits -> limits.apiCallTimeout(LIMIT)
                        .apiCallAttemptTimeout(LIMIT)
                        .scheduledExecutorService(timer))
                .asyncConfiguration(async ->
                        async.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run));
    }
}
