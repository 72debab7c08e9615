package io.keyward.clouds.aws;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

/** Who we are. The SDK's default chain may read files and ask the network, and does so on the caller's thread: here it never is an event loop. */
final class OwnCredentials implements AwsCredentialsProvider {
    private final AwsCredentialsProvider chain =
            DefaultCredentialsProvider.builder().build();
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    private OwnCredentials() {}

    static AwsCredentialsProvider of(AwsConfig config) {
        return AwsSettings.staticCredentials(config)
                .<AwsCredentialsProvider>map(StaticCredentialsProvider::create)
                .orElseGet(OwnCredentials::new);
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return chain.resolveCredentials();
    }

    @Override
    public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
        return CompletableFuture.supplyAsync(this::resolveCredentials, threads);
    }
}
