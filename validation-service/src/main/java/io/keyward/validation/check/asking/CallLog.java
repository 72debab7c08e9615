package io.keyward.validation.check.asking;

import io.keyward.validation.check.Evidence.Call;
import io.keyward.validation.check.Evidence.Path;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls of one check, written down in order as they are made. Belongs to one check, which makes one call at a time. */
public final class CallLog {
    private final List<Call> made;
    private final InstantSource clock;
    private final Function<Throwable, Failure> classify;

    /** @param classify says what a call failed with */
    public CallLog(InstantSource clock, Function<Throwable, Failure> classify) {
        this(new ArrayList<>(), clock, classify);
    }

    private CallLog(List<Call> made, InstantSource clock, Function<Throwable, Failure> classify) {
        this.made = made;
        this.clock = clock;
        this.classify = classify;
    }

    /** The same log, for calls to another service of the cloud, whose failures mean something else. */
    public CallLog classedBy(Function<Throwable, Failure> other) {
        return new CallLog(made, clock, other);
    }

    /** A call to be made: what, about which key or account, in which region, on which way. */
    public record Request(String operation, String target, String region, Path path) {}

    /** The time by which calls are written down. */
    public Instant now() {
        return clock.instant();
    }

    /** What was called so far. */
    public List<Call> made() {
        return List.copyOf(made);
    }

    /** Makes a call; whatever it fails with becomes an answer. */
    public <T> Uni<Answer<T>> make(Request request, Supplier<Uni<T>> call, Function<T, Optional<String>> requestId) {
        return make(request, call, requestId, Function.identity());
    }

    /**
     * Makes a call and reads what came.
     *
     * @param reading fails with what it cannot read, which is written down as the failure of the call
     */
    public <T, R> Uni<Answer<R>> make(
            Request request, Supplier<Uni<T>> call, Function<T, Optional<String>> requestId, Function<T, R> reading) {
        return answered(request, call, (item, start) -> {
            Answer<R> answer = new Answer.Ok<>(item).map(reading);
            made.add(
                    switch (answer) {
                        case Answer.Ok<R> ok -> outcome(request, start, "OK", null, requestId.apply(item));
                        case Answer.Failed<R>(var failure) ->
                            outcome(request, start, failure.code(), failure.message(), requestId.apply(item));
                    });
            return answer;
        });
    }

    /**
     * The same of what may be had without a call, which is then not written down.
     *
     * @param kept whether an item was
     */
    public <T> Uni<Answer<T>> makeUnlessKept(
            Request request,
            Supplier<Uni<T>> call,
            Function<T, Boolean> kept,
            Function<T, Optional<String>> requestId) {
        return answered(request, call, (item, start) -> {
            if (!kept.apply(item)) {
                made.add(outcome(request, start, "OK", null, requestId.apply(item)));
            }
            return new Answer.Ok<>(item);
        });
    }

    private <T, R> Uni<Answer<R>> answered(
            Request request, Supplier<Uni<T>> call, BiFunction<T, Instant, Answer<R>> answer) {
        return Uni.createFrom().deferred(() -> {
            Instant start = clock.instant();
            return Uni.createFrom()
                    .deferred(call::get)
                    .map(item -> answer.apply(item, start))
                    .onFailure()
                    .recoverWithItem(thrown -> failed(request, start, classified(thrown)));
        });
    }

    private Failure classified(Throwable thrown) {
        try {
            return classify.apply(thrown);
        } catch (RuntimeException unreadable) {
            return Failure.unreadable(unreadable);
        }
    }

    private <T> Answer<T> failed(Request request, Instant start, Failure failure) {
        made.add(outcome(request, start, failure.code(), failure.message(), Optional.ofNullable(failure.requestId())));
        return new Answer.Failed<>(failure);
    }

    private Call outcome(
            Request request, Instant start, String code, @Nullable String message, Optional<String> requestId) {
        return new Call(
                request.operation(),
                request.target(),
                request.region(),
                request.path(),
                code,
                message,
                requestId.orElse(null),
                start,
                Duration.between(start, clock.instant()));
    }
}
