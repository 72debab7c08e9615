package io.keyward.validation.provider.aws.call;

import io.keyward.clouds.aws.RoleSession;
import io.keyward.clouds.aws.kms.KmsRequest;
import io.keyward.validation.provider.aws.call.AwsCalls.Answer;
import io.keyward.validation.provider.aws.call.AwsCalls.Request;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
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

    /**
     * Asks KMS about a key over the wire, on the Vert.x context of whoever asks.
     *
     * @param operation as policies spell it
     * @param reading what is made of the answer; an answer that it fails with is one that nobody knows
     */
    public <T> Uni<Answer<T>> ask(
            String operation, String keyArn, JsonObject question, Function<JsonObject, T> reading) {
        return calls.make(
                        new Request(operation, keyArn, route.region(), route.reported()),
                        () -> Uni.createFrom()
                                .completionStage(() -> route.wire()
                                        .ask(request(operation, question))
                                        .toCompletionStage())
                                .map(reply -> new Read<>(reading.apply(reply.body()), reply.requestId())),
                        read -> Optional.of(read.requestId()))
                .map(this::onRoute)
                .map(answer -> answer.map(Read::value));
    }

    private KmsRequest request(String operation, JsonObject question) {
        return new KmsRequest(
                operation.substring(operation.indexOf(':') + 1),
                question,
                session.credentials().resolveCredentials(),
                route.place());
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

    private record Read<T>(T value, String requestId) {}
}
