package io.keyward.clouds.aws;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.sts.StsAsyncClient;

/**
 * Clients of AWS, one set per region, made once and kept. Each region has connections of its own, so that one that hangs starves no other.
 * They retry once at most: repeating is the schedule's business. What every check asks goes over {@link io.keyward.clouds.aws.kms.KmsWire} instead. Their
 * stages complete on threads of the SDK; see
 * {@link io.keyward.clouds.ContextHop}.
 */
@Startup
@ApplicationScoped
public class AwsClients {
    private final Map<String, RegionalClients> regions = new ConcurrentHashMap<>();
    private final AwsConfig config;
    private final AwsCredentialsProvider ownCredentials;
    private final ScheduledThreadPoolExecutor timer = timer();

    /** Builds the home region's clients at once: the first takes half a second, which no request should pay for. */
    public AwsClients(AwsConfig config) {
        this.config = AwsSettings.validated(config);
        this.ownCredentials = OwnCredentials.of(config);
        regions.put(config.homeRegion(), build(config.homeRegion()));
    }

    /** Whether AWS has a region of that name, for example {@code us-east-1}. */
    public static boolean isRegion(String region) {
        return AwsSettings.isRegion(region);
    }

    /** Anonymous: every request brings the credentials of the role that it is made as. Fails with IllegalArgumentException for what is no region. */
    public KmsAsyncClient kms(String region) {
        return of(region).kms();
    }

    /**
     * The way through a private endpoint, for requests of {@link #kms(String)}.
     *
     * @param reference the cloud's id of the endpoint
     * @param address host name under which KMS answers through it
     */
    public PrivateEndpoint through(String reference, String address) {
        return new PrivateEndpoint(PrivateEndpoint.url(config.privateEndpointUrl(), reference, address));
    }

    /** As ourselves. Fails with IllegalArgumentException for what is no region. */
    public StsAsyncClient sts(String region) {
        return of(region).sts();
    }

    /**
     * A client of another of AWS's services, as ourselves, on the region's connections and within the same limits. Whoever asks for it keeps it, one per
     * region. Fails with IllegalArgumentException for what is no region.
     */
    public <C, B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>> C asOurselves(B builder, String region) {
        return configured(builder, region, of(region).http())
                .credentialsProvider(ownCredentials)
                .build();
    }

    @PreDestroy
    void close() {
        regions.values().forEach(RegionalClients::close);
        timer.shutdownNow();
    }

    private RegionalClients of(String region) {
        if (!isRegion(region)) {
            throw new IllegalArgumentException("not an AWS region: " + region);
        }
        return regions.computeIfAbsent(region, this::build);
    }

    private RegionalClients build(String region) {
        SdkAsyncHttpClient http = AwsCrtAsyncHttpClient.builder()
                .maxConcurrency(config.connectionsPerRegion())
                .connectionTimeout(config.callTimeout())
                .connectionAcquisitionTimeout(config.callTimeout())
                .build();
        var kms = configured(KmsAsyncClient.builder(), region, http)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
        var sts = configured(StsAsyncClient.builder(), region, http)
                .credentialsProvider(ownCredentials)
                .build();
        return new RegionalClients(http, kms, sts);
    }

    private <B extends AwsClientBuilder<B, ?> & AwsAsyncClientBuilder<B, ?>> B configured(
            B builder, String region, SdkAsyncHttpClient http) {
        config.endpoint().ifPresent(builder::endpointOverride);
        return builder.region(Region.of(region))
                .httpClient(http)
                .overrideConfiguration(limits(config.callTimeout()))
                .asyncConfiguration(async ->
                        async.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run));
    }

    /** An attempt that hangs leaves a third of the time for its one repetition. */
    private ClientOverrideConfiguration limits(Duration callTimeout) {
        return ClientOverrideConfiguration.builder()
                .apiCallTimeout(callTimeout)
                .apiCallAttemptTimeout(callTimeout.multipliedBy(2).dividedBy(3))
                .retryStrategy(strategy -> strategy.maxAttempts(2))
                .scheduledExecutorService(timer)
                .build();
    }

    /**
     * Every call sets two limits and takes them back as soon as it is answered. The SDK's own timer would keep them, and all that hangs on the call, until they
     * would have struck: seconds of garbage, which is what a sweep over many keys would then spend its time on.
     */
    private static ScheduledThreadPoolExecutor timer() {
        var timer = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "aws-limits");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private record RegionalClients(SdkAsyncHttpClient http, KmsAsyncClient kms, StsAsyncClient sts) {
        void close() {
            kms.close();
            sts.close();
            http.close();
        }
    }
}
