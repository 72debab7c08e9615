package io.keyward.local.bench.sweep.loop;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsAsyncClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Sessions of the roles that keys are used as. A session lasts 900 s, and is kept until shortly before its end. */
final class Sessions {
    private static final int LIFE_SECONDS = 900;
    private static final Duration KEPT = Duration.ofSeconds(840);

    private final Map<String, Kept> sessions = new ConcurrentHashMap<>();
    private final StsAsyncClient sts;

    private record Kept(CompletableFuture<AwsCredentialsProvider> session, long assumedAt) {
        boolean isFresh() {
            return System.nanoTime() - assumedAt < KEPT.toNanos() && !session.isCompletedExceptionally();
        }
    }

    Sessions(StsAsyncClient sts) {
        this.sts = sts;
    }

    /** A session for the target's role; those who ask while it is being assumed share it. */
    CompletableFuture<AwsCredentialsProvider> of(Target target) {
        return sessions.compute(
                        target.key().roleArn(),
                        (role, kept) ->
                                kept != null && kept.isFresh() ? kept : new Kept(assume(target), System.nanoTime()))
                .session();
    }

    /** Roles are assumed anew from now on. */
    void forget() {
        sessions.clear();
    }

    private CompletableFuture<AwsCredentialsProvider> assume(Target target) {
        return sts.assumeRole(request -> request.roleArn(target.key().roleArn())
                        .externalId(target.externalId())
                        .roleSessionName("keyward-" + target.projectId())
                        .durationSeconds(LIFE_SECONDS))
                .thenApply(assumed -> provider(assumed.credentials()));
    }

    private static AwsCredentialsProvider provider(Credentials issued) {
        return StaticCredentialsProvider.create(
                AwsSessionCredentials.create(issued.accessKeyId(), issued.secretAccessKey(), issued.sessionToken()));
    }
}
