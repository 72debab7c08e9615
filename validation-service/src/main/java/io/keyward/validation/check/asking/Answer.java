package io.keyward.validation.check.asking;

import java.util.function.Function;

/** What a call ended with. Both ends are expected, so both are values. */
public sealed interface Answer<T> {

    /** It was answered as hoped. */
    record Ok<T>(T value) implements Answer<T> {}

    /** It was not. */
    record Failed<T>(Failure failure) implements Answer<T> {}

    /** The same, read; what cannot be read is a failure as well. */
    default <R> Answer<R> map(Function<T, R> reading) {
        return switch (this) {
            case Ok<T> ok -> read(ok.value(), reading);
            case Failed<T> failed -> new Failed<>(failed.failure());
        };
    }

    private static <T, R> Answer<R> read(T value, Function<T, R> reading) {
        try {
            return new Ok<>(reading.apply(value));
        } catch (RuntimeException unreadable) {
            return new Failed<>(Failure.unreadable(unreadable));
        }
    }
}
