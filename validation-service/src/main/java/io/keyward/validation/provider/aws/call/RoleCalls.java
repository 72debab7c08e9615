package io.keyward.validation.provider.aws.call;

import io.keyward.clouds.aws.RoleSession;
import io.keyward.validation.provider.aws.call.AwsCalls.Answer;
import io.keyward.validation.provider.aws.call.AwsCalls.Request;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.kms.model.KmsResponse;

/** Calls to KMS as the customer's role on one way, each written down and its failure read as what it means on that way. */
public record RoleCalls(AwsRoute route, RoleSession session, AwsCalls calls) {

    /** The same on another way. */
    public RoleCalls on(AwsRoute other) {
        return new RoleCalls(other, session, calls);
    }

    /**
     * Makes a call about a key, and goes on where it ends, which is no Vert.x context. {@code sdk} has to give every request to {@link #asRole}.
     */
    public <R extends KmsResponse> Uni<Answer<R>> make(
            String operation, String keyArn, Function<KmsAsyncClient, CompletableFuture<R>> sdk) {
        return calls.make(
                        new Request(operation, keyArn, route.region(), route.reported()),
                        () -> Uni.createFrom().completionStage(() -> sdk.apply(route.kms())),
                        response -> Optional.of(response.responseMetadata().requestId()))
                .map(this::onRoute);
    }

    /** Has the request made as the role, on the way. */
    public void asRole(AwsRequest.Builder request) {
        request.overrideConfiguration(as -> route.carry(as.credentialsProvider(session.credentials())));
    }

    private <R> Answer<R> onRoute(Answer<R> answer) {
        return switch (answer) {
            case Answer.Ok<R> ok -> ok;
            case Answer.Failed<R> failed -> new Answer.Failed<>(route.read(failed.failure(), calls.now()));
        };
    }
}
