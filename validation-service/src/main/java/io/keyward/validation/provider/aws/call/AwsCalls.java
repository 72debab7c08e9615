package io.keyward.validation.provider.aws.call;

import io.keyward.validation.check.Evidence.Call;
import io.keyward.validation.check.Evidence.Path;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls of one check, written down in order as they are made. Belongs to one check, which makes one call at a time, each where the one before ended. */
public final class AwsCalls {
    private final List<Call> made = new ArrayList<>();
    private final InstantSource clock;

    public AwsCalls(InstantSource clock) {
        this.clock = clock;
    }

    /** What a call ended with. Both ends are expected, so both are values. */
    public sealed interface Answer<T> {
        record Ok<T>(T value) implements Answer<T> {}

        record Failed<T>(AwsFailure failure) implements Answer<T> {}

        /** The same with another item. */
        default <R> Answer<R> map(Function<T, R> mapping) {
            return switch (this) {
                case Ok<T> ok -> new Ok<>(mapping.apply(ok.value()));
                case Failed<T> failed -> new Failed<>(failed.failure());
            };
        }
    }

    /** A call to be made: what, about which key or role, in which region, on which way. */
    public record Request(String operation, String target, String region, Path path) {

        /** One over the internet. */
        public static Request overInternet(String operation, String target, String region) {
            return new Request(operation, target, region, Path.PUBLIC);
        }
    }

    /** The time by which calls are written down. */
    public Instant now() {
        return clock.instant();
    }

    /** What was called so far. */
    public List<Call> made() {
        return List.copyOf(made);
    }

    /**
     * Makes a call; whatever it fails with becomes an answer.
     *
     * @param requestId AWS's request id of an item; empty for one that came without a call, which is not written down
     */
    public <T> Uni<Answer<T>> make(Request request, Supplier<Uni<T>> call, Function<T, Optional<String>> requestId) {
        return Uni.createFrom().deferred(() -> {
            Instant start = clock.instant();
            return call.get()
                    .onItem()
                    .invoke(item ->
                            requestId.apply(item).ifPresent(id -> made.add(outcome(request, start, "OK", null, id))))
                    .<Answer<T>>map(Answer.Ok::new)
                    .onFailure()
                    .recoverWithItem(thrown -> failed(request, start, AwsKmsFailures.classify(thrown)));
        });
    }

    private <T> Answer<T> failed(Request request, Instant start, AwsFailure failure) {
        made.add(outcome(request, start, failure.code(), failure.message(), failure.requestId()));
        return new Answer.Failed<>(failure);
    }

    private Call outcome(
            Request request, Instant start, String code, @Nullable String message, @Nullable String requestId) {
        var latency = Duration.between(start, clock.instant());
        return new Call(
                request.operation(),
                request.target(),
                request.region(),
                request.path(),
                code,
                message,
                requestId,
                start,
                latency);
    }
}
